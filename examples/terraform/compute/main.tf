terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region     = "us-east-1"
  access_key = "test"
  secret_key = "test"
  default_tags {
    tags = { project = "compute" }
  }
  endpoints {
    ec2  = "http://localhost:4566"
    iam  = "http://localhost:4566"
    logs = "http://localhost:4566"
    sts  = "http://localhost:4566"
  }
}

data "aws_ami" "al2023" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
  filter {
    name   = "virtualization-type"
    values = ["hvm"]
  }
}

data "aws_ami" "ubuntu" {
  most_recent = true
  owners      = ["099720109477"]
  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"]
  }
}

data "aws_ec2_instance_type" "web" {
  instance_type = "t3.micro"
}

data "aws_ec2_instance_type_offerings" "zones" {
  location_type = "availability-zone"
  filter {
    name   = "instance-type"
    values = [data.aws_ec2_instance_type.web.instance_type]
  }
}

resource "aws_vpc" "main" {
  cidr_block           = "10.70.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "web" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.70.1.0/24"
  availability_zone = sort(data.aws_ec2_instance_type_offerings.zones.locations)[0]
}

resource "aws_security_group" "web" {
  count  = 2
  name   = "web-${count.index}"
  vpc_id = aws_vpc.main.id
}

resource "aws_key_pair" "laptop" {
  key_name   = "laptop"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3WeTcuTfN+UkZ1ux7zqHVi8JFs+sE2tXK/5UBCxvkn laptop"
  tags       = { owner = var.changed ? "bo" : "ana" }
}

resource "aws_iam_role" "web" {
  count = 2
  name  = "compute-web-${count.index}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_instance_profile" "web" {
  count = 2
  name  = "compute-web-${count.index}"
  role  = aws_iam_role.web[count.index].name
}

resource "aws_instance" "web" {
  ami                                  = data.aws_ami.al2023.id
  instance_type                        = data.aws_ec2_instance_type.web.instance_type
  subnet_id                            = aws_subnet.web.id
  vpc_security_group_ids               = [aws_security_group.web[var.changed ? 1 : 0].id]
  key_name                             = aws_key_pair.laptop.key_name
  iam_instance_profile                 = aws_iam_instance_profile.web[var.changed ? 1 : 0].name
  user_data                            = "#!/bin/sh\necho hello\n"
  monitoring                           = var.changed
  source_dest_check                    = var.changed
  disable_api_stop                     = false
  disable_api_termination              = var.changed
  instance_initiated_shutdown_behavior = var.changed ? "terminate" : "stop"
  tags                                 = { Name = var.changed ? "web-changed" : "web" }

  root_block_device {
    volume_type           = "gp3"
    volume_size           = 12
    iops                  = 3000
    delete_on_termination = true
    tags                  = { disk = var.changed ? "bigger" : "root" }
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 5
    encrypted   = true
  }

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = var.changed ? 3 : 2
    instance_metadata_tags      = var.changed ? "enabled" : "disabled"
  }

  credit_specification {
    cpu_credits = var.changed ? "standard" : "unlimited"
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = aws_instance.app.availability_zone
  size              = 10
  type              = "gp3"
  tags              = { Name = var.changed ? "data-changed" : "data" }
}

resource "aws_volume_attachment" "data" {
  device_name = "/dev/sdg"
  volume_id   = aws_ebs_volume.data.id
  instance_id = aws_instance.app.id
}

resource "aws_launch_template" "app" {
  name                   = "app"
  description            = var.changed ? "two" : "one"
  image_id               = data.aws_ami.ubuntu.id
  instance_type          = var.changed ? "t3.small" : "t3.micro"
  key_name               = aws_key_pair.laptop.key_name
  update_default_version = true
  user_data              = base64encode("#!/bin/sh\n")
  iam_instance_profile {
    arn = aws_iam_instance_profile.web[0].arn
  }
  block_device_mappings {
    device_name = data.aws_ami.ubuntu.root_device_name
    ebs {
      volume_size = var.changed ? 16 : 12
      volume_type = "gp3"
      encrypted   = true
    }
  }
  network_interfaces {
    subnet_id             = aws_subnet.web.id
    security_groups       = [aws_security_group.web[0].id]
    delete_on_termination = true
  }
  metadata_options {
    http_tokens   = "required"
    http_endpoint = "enabled"
  }
  tag_specifications {
    resource_type = "volume"
    tags          = { from = "template" }
  }
  tags = { version = var.changed ? "2" : "1" }
}

resource "aws_instance" "app" {
  launch_template {
    id      = aws_launch_template.app.id
    version = "1"
  }
  tags = { Name = "app" }

  # The provider plans a change of user data that comes from a template in every run (its issue 30825).
  lifecycle {
    ignore_changes = [user_data]
  }
}

data "aws_instance" "web" {
  instance_id = aws_instance.web.id
}

output "instance" {
  value = aws_instance.web.id
}

output "private_ip" {
  value = data.aws_instance.web.private_ip
}
