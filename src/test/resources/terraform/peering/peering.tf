terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "team" {
  default = "network"
}

variable "resolves" {
  default = true
}

variable "exclusion" {
  default = "allow-egress"
}

variable "block" {
  default = "block-ingress"
}

provider "aws" {
  region     = "eu-west-1"
  access_key = "111122223333"
  secret_key = "test"
  endpoints {
    ec2 = "http://localhost:4566"
    iam = "http://localhost:4566"
    sts = "http://localhost:4566"
  }
}

provider "aws" {
  alias      = "peer"
  region     = "us-east-1"
  access_key = "444455556666"
  secret_key = "test"
  endpoints {
    ec2 = "http://localhost:4566"
    iam = "http://localhost:4566"
    sts = "http://localhost:4566"
  }
}

data "aws_caller_identity" "peer" {
  provider = aws.peer
}

resource "aws_vpc" "main" {
  cidr_block           = "10.30.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_vpc" "near" {
  cidr_block           = "10.31.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_vpc" "far" {
  provider             = aws.peer
  cidr_block           = "10.32.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "main" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.30.1.0/24"
}

# In one account and Region
resource "aws_vpc_peering_connection" "near" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = aws_vpc.near.id
  auto_accept = true
  accepter {
    allow_remote_vpc_dns_resolution = var.resolves
  }
  tags = { team = var.team }
}

# To another account and Region
resource "aws_vpc_peering_connection" "far" {
  vpc_id        = aws_vpc.main.id
  peer_vpc_id   = aws_vpc.far.id
  peer_owner_id = data.aws_caller_identity.peer.account_id
  peer_region   = "us-east-1"
  tags          = { side = "requester", team = var.team }
}

resource "aws_vpc_peering_connection_accepter" "far" {
  provider                  = aws.peer
  vpc_peering_connection_id = aws_vpc_peering_connection.far.id
  auto_accept               = true
  tags                      = { side = "accepter", team = var.team }
}

resource "aws_vpc_peering_connection_options" "requester" {
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.far.id
  requester {
    allow_remote_vpc_dns_resolution = var.resolves
  }
}

resource "aws_vpc_peering_connection_options" "accepter" {
  provider                  = aws.peer
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.far.id
  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}

data "aws_vpc_peering_connection" "far" {
  provider   = aws.peer
  id         = aws_vpc_peering_connection_accepter.far.id
  depends_on = [aws_vpc_peering_connection_options.accepter]
}

output "cidr_of_requester" {
  value = data.aws_vpc_peering_connection.far.cidr_block
}

resource "aws_route_table" "main" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block                = aws_vpc.near.cidr_block
    vpc_peering_connection_id = aws_vpc_peering_connection.near.id
  }
  route {
    cidr_block                = aws_vpc.far.cidr_block
    vpc_peering_connection_id = aws_vpc_peering_connection_accepter.far.id
  }
}

resource "aws_route" "far" {
  provider                  = aws.peer
  route_table_id            = aws_vpc.far.main_route_table_id
  destination_cidr_block    = aws_vpc.main.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.far.id
}

resource "aws_security_group" "near" {
  name   = "near"
  vpc_id = aws_vpc.near.id
}

resource "aws_security_group" "main" {
  name   = "main"
  vpc_id = aws_vpc.main.id
  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [aws_security_group.near.id]
  }
  depends_on = [aws_vpc_peering_connection.near]
}

resource "aws_vpc_security_group_ingress_rule" "near" {
  security_group_id            = aws_security_group.near.id
  referenced_security_group_id = aws_security_group.main.id
  ip_protocol                  = "tcp"
  from_port                    = 8443
  to_port                      = 8443
  depends_on                   = [aws_vpc_peering_connection.near]
}

# What comes in through the internet gateway goes to an appliance first
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "inspection" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.30.2.0/24"
}

resource "aws_network_interface" "appliance" {
  subnet_id         = aws_subnet.inspection.id
  source_dest_check = false
}

resource "aws_route_table" "edge" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block           = aws_subnet.main.cidr_block
    network_interface_id = aws_network_interface.appliance.id
  }
}

resource "aws_route_table_association" "edge" {
  gateway_id     = aws_internet_gateway.main.id
  route_table_id = aws_route_table.edge.id
}

resource "aws_vpc_block_public_access_options" "main" {
  internet_gateway_block_mode = var.block
}

resource "aws_vpc_block_public_access_exclusion" "vpc" {
  vpc_id                          = aws_vpc.near.id
  internet_gateway_exclusion_mode = "allow-bidirectional"
  tags                            = { team = var.team }
}

resource "aws_vpc_block_public_access_exclusion" "subnet" {
  subnet_id                       = aws_subnet.main.id
  internet_gateway_exclusion_mode = var.exclusion
}
