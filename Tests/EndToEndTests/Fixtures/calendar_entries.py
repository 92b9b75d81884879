"""Reads the calendar entries of messages twice, with PyPI's icalendar and with libical, takes them in one after the other as a
calendar does (RFC 5546), and prints each as both read it, then what the calendar holds: JSON, a line each."""
import ctypes
import email
import email.policy
import json
import sys
from datetime import timezone

from icalendar import Calendar


class Time(ctypes.Structure):
    """struct icaltimetype of libical 3."""

    _fields_ = [(name, ctypes.c_int) for name in "year month day hour minute second is_date is_daylight".split()] + [
        ("zone", ctypes.c_void_p)
    ]


def entry(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    return part["content-type"].params["method"], part.get_payload(decode=True)


def by_icalendar(octets):
    calendar = Calendar.from_ical(octets)
    (event,) = calendar.walk("VEVENT")
    return {
        "method": str(calendar["METHOD"]),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "start": int(event["DTSTART"].dt.astimezone(timezone.utc).timestamp()),
        "end": int(event["DTEND"].dt.astimezone(timezone.utc).timestamp()),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "location": str(event["LOCATION"]),
    }


def by_libical(octets):
    library = ctypes.CDLL("libical.so.3")
    for name in "parser_parse_string component_get_first_component".split():
        getattr(library, "ical" + name).restype = ctypes.c_void_p
    for name in "uid summary description location".split():
        getattr(library, "icalcomponent_get_" + name).restype = ctypes.c_char_p
    for name in ("icalcomponent_get_dtstart", "icalcomponent_get_dtend"):
        getattr(library, name).restype = Time
    library.icaltime_as_timet_with_zone.restype = ctypes.c_long
    library.icaltime_as_timet_with_zone.argtypes = [Time, ctypes.c_void_p]
    library.icalproperty_method_to_string.restype = ctypes.c_char_p
    calendar = ctypes.c_void_p(library.icalparser_parse_string(octets))
    errors = library.icalcomponent_count_errors(calendar)
    fits = library.icalrestriction_check(calendar)
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    event = ctypes.c_void_p(library.icalcomponent_get_first_component(calendar, kind))

    def moment(of):
        time = getattr(library, "icalcomponent_get_" + of)(event)
        return library.icaltime_as_timet_with_zone(time, time.zone)

    def text(of):
        return getattr(library, "icalcomponent_get_" + of)(event).decode()

    assert errors == 0, errors
    assert fits == 1, "the object breaks a rule of its method"
    return {
        "method": library.icalproperty_method_to_string(library.icalcomponent_get_method(calendar)).decode(),
        "uid": text("uid"),
        "sequence": library.icalcomponent_get_sequence(event),
        "start": moment("dtstart"),
        "end": moment("dtend"),
        "summary": text("summary"),
        "description": text("description"),
        "location": text("location"),
    }


held = {}
for path in sys.argv[1:]:
    method, octets = entry(path)
    read = by_icalendar(octets)
    assert read == by_libical(octets), (read, by_libical(octets))
    assert read["method"] == method, method
    print(json.dumps(read))
    if held.get(read["uid"], {"sequence": -1})["sequence"] < read["sequence"]:
        held[read["uid"]] = read
print(json.dumps([event for event in held.values() if event["method"] != "CANCEL"]))
