"""The time that files are stamped with."""

from datetime import timedelta, timezone

BEIJING = timezone(timedelta(hours=8))  # China has one zone and no summer time; needs no zone tables
