#!/usr/bin/env python3
"""Rebuilds instance-types.gz from the answers of DescribeInstanceTypes that moto (Apache License 2.0) records.

    pip install moto
    python3 src/main/scripts/instance-types.py

The resource is gzip'd text, a line per instance type in the order of the names, with the fields of FIELDS between tabs.
Lists are joined with commas. Accelerators are JSON, as in the answer. InstanceType.java reads it.
"""

import gzip
import json
import pathlib

import moto

SOURCE = pathlib.Path(moto.__file__).parent / "ec2/resources/instance_types.json.gz"
RESOURCE = pathlib.Path(__file__).parents[1] / "resources/io/vpclocal/compute/instance-types.gz"

FLAGS = {
    "B": lambda t: t["BurstablePerformanceSupported"],
    "C": lambda t: t["CurrentGeneration"],
    "F": lambda t: t["FreeTierEligible"],
    "H": lambda t: t["HibernationSupported"],
    "M": lambda t: t["BareMetal"],
    "D": lambda t: t["DedicatedHostsSupported"],
    "A": lambda t: t["AutoRecoverySupported"],
    "T": lambda t: t.get("NitroTpmSupport") == "supported",
    "E": lambda t: t.get("NitroEnclavesSupport") == "supported",
    "P": lambda t: t.get("PhcSupport") == "supported",
    "R": lambda t: t.get("RebootMigrationSupport") == "supported",
    "S": lambda t: t["NetworkInfo"].get("EnaSrdSupported"),
    "X": lambda t: t["NetworkInfo"].get("EncryptionInTransitSupported"),
    "6": lambda t: t["NetworkInfo"].get("Ipv6Supported"),
}


def joined(values):
    return ",".join(str(value) for value in values or [])


def bandwidth(t):
    info = t["EbsInfo"].get("EbsOptimizedInfo")
    names = ["Baseline", "Maximum"]
    return joined(x for n in names for x in [info[n + "BandwidthInMbps"], info[n + "Iops"]]) if info else ""


def disks(t):
    info = t.get("InstanceStorageInfo")
    if not info:
        return ""
    one = info["Disks"][0]
    return joined([one["Count"], one["SizeInGB"], one["Type"], info.get("NvmeSupport", ""), info.get("EncryptionSupport", "")])


ACCELERATORS = ["GpuInfo", "NeuronInfo", "InferenceAcceleratorInfo", "FpgaInfo", "MediaAcceleratorInfo"]


def accelerators(t):
    info = {member: t[member] for member in ACCELERATORS if member in t}
    return json.dumps(info, separators=(",", ":"), sort_keys=True) if info else ""


def cards(t):
    return ";".join(
        joined([c["MaximumNetworkInterfaces"], c.get("BaselineBandwidthInGbps", ""), c.get("PeakBandwidthInGbps", ""), c["NetworkPerformance"]])
        for c in t["NetworkInfo"]["NetworkCards"]
    )


FIELDS = [
    lambda t: t["InstanceType"],
    lambda t: "".join(flag for flag, test in FLAGS.items() if test(t)),
    lambda t: joined(t["ProcessorInfo"]["SupportedArchitectures"]),
    lambda t: t["ProcessorInfo"].get("Manufacturer", ""),
    lambda t: t["ProcessorInfo"].get("SustainedClockSpeedInGhz", ""),
    lambda t: t["MemoryInfo"]["SizeInMiB"],
    lambda t: t["VCpuInfo"]["DefaultVCpus"],
    lambda t: t["VCpuInfo"].get("DefaultCores", ""),
    lambda t: t["VCpuInfo"].get("DefaultThreadsPerCore", ""),
    lambda t: joined(t["VCpuInfo"].get("ValidCores")),
    lambda t: joined(t["VCpuInfo"].get("ValidThreadsPerCore")),
    lambda t: t.get("Hypervisor", ""),
    lambda t: joined(t.get("SupportedBootModes")),
    lambda t: joined(t["SupportedRootDeviceTypes"]),
    lambda t: joined(t["SupportedUsageClasses"]),
    lambda t: joined(t["SupportedVirtualizationTypes"]),
    lambda t: joined(t["PlacementGroupInfo"]["SupportedStrategies"]),
    lambda t: t["EbsInfo"]["EbsOptimizedSupport"],
    lambda t: t["EbsInfo"]["EncryptionSupport"],
    lambda t: t["EbsInfo"].get("NvmeSupport", ""),
    bandwidth,
    lambda t: t["EbsInfo"].get("AttachmentLimitType", ""),
    lambda t: t["EbsInfo"].get("MaximumEbsAttachments", ""),
    disks,
    accelerators,
    lambda t: t["NetworkInfo"]["NetworkPerformance"],
    lambda t: t["NetworkInfo"]["MaximumNetworkInterfaces"],
    lambda t: t["NetworkInfo"]["Ipv4AddressesPerInterface"],
    lambda t: t["NetworkInfo"]["Ipv6AddressesPerInterface"],
    lambda t: t["NetworkInfo"]["EnaSupport"],
    lambda t: t["NetworkInfo"].get("EfaInfo", {}).get("MaximumEfaInterfaces", 0) if t["NetworkInfo"].get("EfaSupported") else 0,
    cards,
]

with gzip.open(SOURCE) as file:
    types = json.load(file)
lines = ["\t".join(str(field(types[name])) for field in FIELDS) for name in sorted(types)]
RESOURCE.parent.mkdir(exist_ok=True)
with open(RESOURCE, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as out:
    out.write(("\n".join(lines) + "\n").encode())
