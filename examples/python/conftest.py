"""Clients of an account of their own for each test, so that tests never meet."""

import itertools
import json
import os
import random
import urllib.request

import boto3
import pytest

ENDPOINT = os.environ.get("AWS_ENDPOINT_URL", "http://localhost:4566")
ACCOUNTS = itertools.count(random.randrange(10**11, 9 * 10**11))


class VpcLocal:
    """One account of the emulator."""

    def __init__(self, account):
        self.account = account

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=ENDPOINT,
            region_name="us-east-1",
            aws_access_key_id=self.account,
            aws_secret_access_key="test",
        )

    def traffic(self, source, destination, port):
        """Sends a flow and returns the verdict."""
        flow = {"source": source, "destination": destination, "protocol": "tcp", "destinationPort": port}
        request = urllib.request.Request(
            f"{ENDPOINT}/_vpclocal/traffic?account={self.account}",
            json.dumps(flow).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["flows"][0]


@pytest.fixture
def aws():
    return VpcLocal(str(next(ACCOUNTS)))
