"""Prints every defect that Python's email package finds in the message files named, one a line."""
import email
import email.policy
import sys

for name in sys.argv[1:]:
    with open(name, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    for part in message.walk():
        for defect in part.defects:
            print(f"{name}: {part.get_content_type()}: {defect!r}")
        for field, value in part.items():
            for defect in value.defects:
                print(f"{name}: {field}: {defect!r}")
        if not part.is_multipart():
            part.get_content()
