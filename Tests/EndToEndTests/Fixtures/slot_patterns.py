"""Prints the instants of weekly times by dateutil, in seconds since 1970: for each line "zone first-day minute last-day" one line."""
import sys
from datetime import datetime, timedelta, timezone

from dateutil import tz
from dateutil.rrule import WEEKLY, rrule

with open(sys.argv[1]) as patterns:
    for line in patterns:
        zone, first, minute, last = line.split()
        start = datetime.fromisoformat(first) + timedelta(minutes=int(minute))
        until = datetime.fromisoformat(last) + timedelta(days=1, seconds=-1)
        keeper = tz.gettz(zone)
        moments = [tz.resolve_imaginary(moment.replace(tzinfo=keeper)) for moment in rrule(WEEKLY, dtstart=start, until=until)]
        print(" ".join(str(int(moment.astimezone(timezone.utc).timestamp())) for moment in moments))
