# make run    install what is missing, open the dashboard
# make test   every test that this machine can run
# make diff   figures gained, lost and changed against the golden tables
# make stress large inputs, minutes
# make bench  accuracy and speed beside other readers; see benchmarks/README.md
# make check  lint, format, types, and data/ against its own rules
# Without make, and on Windows: the commands stand in README.md.

PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(if \
    $(shell $(p) -c "import sys; print(sys.version_info >= (3, 11) or '')" 2>/dev/null | grep True),$(p))))
VENV ?= .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
# stamps: older than the file they stand for means install again
RUN := $(VENV)/.requirements
DEV := $(VENV)/.requirements-dev

.PHONY: run test stress check diff bench
run: $(RUN)
	$(PY) -m streamlit run dashboard.py

test: $(DEV)
	$(PY) -m pytest $(TESTS)

diff: $(DEV)
	$(PY) -m tests.loaders.golden

# PEERS_PYTHON: a Python that has benchmarks/requirements-peers.txt
bench: $(RUN)
	$(PY) -m benchmarks.reading --write $(if $(PEERS_PYTHON),--peers-python $(PEERS_PYTHON))

stress: $(DEV)
	$(PY) -m pytest -m stress

check: $(DEV)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m loaders check

$(PY):
	@test -n "$(PYTHON)" || { echo "需要 Python 3.11 或更新的版本。/ Python 3.11 or newer is needed." >&2; exit 1; }
	@echo "首次运行：正在安装，约需一两分钟…… / First run: installing, a minute or two …"
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements.txt | $(PY)
	$(PIP) install -r requirements.txt
	@touch $(RUN)

$(DEV): requirements-dev.txt $(RUN)
	$(PIP) install -r requirements-dev.txt
	@touch $(DEV)
