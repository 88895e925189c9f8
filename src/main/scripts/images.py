#!/usr/bin/env python3
"""Rebuilds images.tsv, the public images that DescribeImages knows, from the names below.

    python3 src/main/scripts/images.py

Fields, between tabs: owner, owner alias, name, architecture, root device, root size in GiB, root volume type, platform,
creation time, description.
"""

import pathlib
import re

RESOURCE = pathlib.Path(__file__).parents[1] / "resources/io/vpclocal/compute/images.tsv"
AMAZON, ECS, EKS, BOTTLEROCKET = "137112412989", "591542846629", "602401143452", "092701018921"
CANONICAL, DEBIAN, WINDOWS, REDHAT, SUSE = "099720109477", "136693071363", "801119661308", "309956199498", "013907871322"
ROCKY, ALMA, FCK_NAT = "792107900819", "764336703387", "568608671756"
LINUX = "Linux/UNIX"

rows = []


def image(owner, name, architecture, date, device="/dev/xvda", size=8, kind="gp2", platform=LINUX, alias="amazon", text=None):
    day = f"{date[:4]}-{date[4:6]}-{date[6:8]}"
    rows.append((owner, alias, name, architecture, device, size, kind, platform, f"{day}T18:00:00Z", text or name))


def both(owner, pattern, date, **more):
    """One image per architecture; {a} is x86_64 or arm64, {d} amd64 or arm64."""
    for a, d in (("x86_64", "amd64"), ("arm64", "arm64")):
        image(owner, pattern.format(a=a, d=d, t=date), a, date, **more)


for version, date in (("2.0.20250512.0", "20250513"), ("2.0.20250721.2", "20250724"), ("2.0.20251014.0", "20251017")):
    both(AMAZON, f"amzn2-ami-hvm-{version}-{{a}}-gp2", date)
    both(AMAZON, f"amzn2-ami-kernel-5.10-hvm-{version}-{{a}}-gp2", date)
    image(AMAZON, f"amzn2-ami-hvm-{version}-x86_64-ebs", "x86_64", date, kind="standard")
    both(ECS, f"amzn2-ami-ecs-hvm-{version}-{{a}}-ebs", date, size=30)
for version, date in (("2023.7.20250512.0", "20250513"), ("2023.8.20250721.2", "20250724"), ("2023.9.20251014.0", "20251017")):
    for kernel in ("6.1", "6.12"):
        both(AMAZON, f"al2023-ami-{version}-kernel-{kernel}-{{a}}", date, kind="gp3")
        both(AMAZON, f"al2023-ami-minimal-{version}-kernel-{kernel}-{{a}}", date, size=2, kind="gp3")
    both(ECS, f"al2023-ami-ecs-hvm-{version}-kernel-6.1-{{a}}", date, size=30, kind="gp3")
image(AMAZON, "amzn-ami-hvm-2018.03.0.20230807.0-x86_64-gp2", "x86_64", "20230807")
image(AMAZON, "amzn-ami-vpc-nat-2018.03.0.20230807.0-x86_64-ebs", "x86_64", "20230807", kind="standard")
for kubernetes in ("1.30", "1.31", "1.32", "1.33", "1.34"):
    both(EKS, f"amazon-eks-node-al2023-{{a}}-standard-{kubernetes}-v{{t}}", "20251016", size=20, kind="gp3")
    if kubernetes < "1.33":
        image(EKS, f"amazon-eks-node-{kubernetes}-v20251016", "x86_64", "20251016", size=20)
        image(EKS, f"amazon-eks-arm64-node-{kubernetes}-v20251016", "arm64", "20251016", size=20)
    both(BOTTLEROCKET, f"bottlerocket-aws-k8s-{kubernetes}-{{a}}-v1.49.0-713f44ce", "20251014", size=2)
both(BOTTLEROCKET, "bottlerocket-aws-ecs-2-{a}-v1.49.0-713f44ce", "20251014", size=2)
for release, dates in (
    ("hvm-ssd/ubuntu-bionic-18.04", ("20230607",)),
    ("hvm-ssd/ubuntu-focal-20.04", ("20250408", "20250603")),
    ("hvm-ssd/ubuntu-jammy-22.04", ("20250603", "20250822", "20251015")),
    ("hvm-ssd-gp3/ubuntu-noble-24.04", ("20250610", "20250821", "20251022")),
    ("hvm-ssd-gp3/ubuntu-plucky-25.04", ("20250827",)),
):
    for date in dates:
        title = re.search(r"ubuntu-(\w+)-([\d.]+)", release)
        both(CANONICAL, f"ubuntu/images/{release}-{{d}}-server-{{t}}", date, device="/dev/sda1",
             kind="gp3" if "gp3" in release else "gp2", text=f"Canonical, Ubuntu, {title[2]}, {title[1]} image build on {date}")
for release, dates in (("11", ("20250703-2161", "20251001-2252")), ("12", ("20250804-2194", "20251006-2257")), ("13", ("20250814-2204", "20251006-2257"))):
    for date in dates:
        for architecture, debian in (("x86_64", "amd64"), ("arm64", "arm64")):
            image(DEBIAN, f"debian-{release}-{debian}-{date}", architecture, date[:8], text=f"Debian {release} ({date})",
                  kind="gp3" if release == "13" else "gp2")
for year in ("2016", "2019", "2022", "2025"):
    for flavour in ("Full", "Core"):
        for date in ("20250710", "20251015"):
            image(WINDOWS, f"Windows_Server-{year}-English-{flavour}-Base-{date[:4]}.{date[4:6]}.{date[6:]}", "x86_64", date,
                  device="/dev/sda1", size=30, platform="Windows", kind="gp3" if year == "2025" else "gp2",
                  text=f"Microsoft Windows Server {year} {'with Desktop Experience' if flavour == 'Full' else 'Core'} Locale English AMI provided by Amazon")
for release, date in (("8.10.0", "20250911"), ("9.6.0", "20250910"), ("10.0.0", "20250909")):
    for a in ("x86_64", "arm64"):
        image(REDHAT, f"RHEL-{release}_HVM-{date}-{a}-0-Hourly2-GP3", a, date, device="/dev/sda1", size=10, kind="gp3",
              platform="Red Hat Enterprise Linux", text="Provided by Red Hat, Inc.")
for release, date in (("15-sp6", "20250910"), ("15-sp7", "20250911")):
    both(SUSE, f"suse-sles-{release}-v{date}-hvm-ssd-{{a}}", date, device="/dev/sda1", size=10, kind="gp3", platform="SUSE Linux")
for release, date in (("8", "20250602"), ("9", "20250531")):
    for a, rocky in (("x86_64", "x86_64"), ("arm64", "aarch64")):
        image(ROCKY, f"Rocky-{release}-EC2-Base-{'8.10' if release == '8' else '9.6'}-{date}.0.{rocky}", a, date, device="/dev/sda1", size=10, alias="")
        image(ALMA, f"AlmaLinux OS {'8.10' if release == '8' else '9.6'}.{date} {rocky}", a, date, device="/dev/sda1", size=10, alias="")
both(FCK_NAT, "fck-nat-al2023-hvm-1.3.0-20240125-{a}-ebs", "20240125", alias="")

RESOURCE.parent.mkdir(exist_ok=True)
RESOURCE.write_text("".join("\t".join(str(field) for field in row) + "\n" for row in rows))
