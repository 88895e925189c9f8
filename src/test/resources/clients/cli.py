"""Runs the commands of a file with the AWS CLI: python3 cli.py FILE ENDPOINT. Prints the commands that did not end as expected."""

import contextlib
import io
import os
import re
import subprocess
import sys
import time

from awscli.clidriver import create_clidriver

LINE = re.compile(r"(?P<own>@ )?(?P<error>!(?P<code>\S+) )?(?:(?P<name>[A-Z0-9]+) = )?(?P<command>.*)")


def in_process(arguments):
    output, errors = io.TextIOWrapper(io.BytesIO(), write_through=True), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        status = create_clidriver().main(arguments)
    return status, output.buffer.getvalue().decode(), errors.getvalue()


def own_process(arguments):
    done = subprocess.run(["aws", *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def run(line, endpoint, values):
    """What is wrong with a command; None if it ended as expected."""
    parts = LINE.fullmatch(line)
    words = [re.sub(r"\$([A-Z0-9]+)", lambda name: values[name.group(1)], word) for word in parts["command"].split(" ")]
    arguments = ["--endpoint-url", endpoint, *words]
    status, output, errors = own_process(arguments) if parts["own"] else in_process(arguments)
    if parts["name"]:
        values[parts["name"]] = output.strip()
    expected = status != 0 and f"({parts['code']})" in errors if parts["error"] else status == 0
    return None if expected else f"{' '.join(words)}: {status} {output}{errors}"


def main():
    file, endpoint = sys.argv[1:]
    os.environ.update(
        AWS_ACCESS_KEY_ID="555555555555", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="us-east-1", AWS_PAGER=""
    )
    values = {"NOW": str(int(time.time() * 1000))}
    with open(file, encoding="utf-8") as commands:
        lines = [line.strip() for line in commands if line.strip() and not line.startswith("#")]
    wrong = [problem for problem in (run(line, endpoint, values) for line in lines) if problem]
    print(f"{len(lines)} commands, {len(wrong)} wrong", *wrong, sep="\n")
    sys.exit(1 if wrong else 0)


main()
