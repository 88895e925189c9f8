# What stands beside a network's endpoints: gateways to an office, addresses of NAT gateways, reserved and delegated
# blocks of subnets, and security groups that two VPCs share.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region     = "us-east-1"
  access_key = "test"
  secret_key = "test"
  endpoints {
    ec2 = "http://localhost:4566"
    iam = "http://localhost:4566"
    sts = "http://localhost:4566"
  }
}

variable "office" {
  description = "The network behind the virtual private gateway."
  default     = "192.168.0.0/16"
}

variable "mail_domain" {
  description = "The reverse DNS name of the mail server's address."
  default     = "mail.example.com"
}

variable "nat_addresses" {
  description = "The number of Elastic IP addresses of the NAT gateway."
  default     = 2
}

resource "aws_vpc" "main" {
  cidr_block                       = "10.60.0.0/16"
  assign_generated_ipv6_cidr_block = true
  tags                             = { Name = "neighbours" }
}

resource "aws_vpc" "shared" {
  cidr_block = "10.61.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id          = aws_vpc.main.id
  cidr_block      = "10.60.1.0/24"
  ipv6_cidr_block = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 1)
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

# The office

resource "aws_vpn_gateway" "main" {
  amazon_side_asn = "64620"
  tags            = { Name = "office" }
}

resource "aws_vpn_gateway_attachment" "main" {
  vpc_id         = aws_vpc.main.id
  vpn_gateway_id = aws_vpn_gateway.main.id
}

resource "aws_customer_gateway" "office" {
  type        = "ipsec.1"
  bgp_asn     = "65010"
  ip_address  = "203.0.113.12"
  device_name = "office-router"
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "office" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = var.office
  gateway_id             = aws_vpn_gateway_attachment.main.vpn_gateway_id
}

resource "aws_vpn_gateway_route_propagation" "private" {
  route_table_id = aws_route_table.private.id
  vpn_gateway_id = aws_vpn_gateway_attachment.main.vpn_gateway_id
}

# NAT gateways

resource "aws_eip" "nat" {
  count  = var.nat_addresses
  domain = "vpc"
}

resource "aws_nat_gateway" "public" {
  subnet_id                = aws_subnet.public.id
  allocation_id            = aws_eip.nat[0].id
  secondary_allocation_ids = slice(aws_eip.nat[*].id, 1, var.nat_addresses)
  depends_on               = [aws_internet_gateway.main]
}

resource "aws_nat_gateway" "private" {
  subnet_id                          = aws_subnet.public.id
  connectivity_type                  = "private"
  secondary_private_ip_address_count = 2
}

# Blocks of the subnet

resource "aws_ec2_subnet_cidr_reservation" "pods" {
  subnet_id        = aws_subnet.public.id
  cidr_block       = "10.60.1.128/26"
  reservation_type = "prefix"
  description      = "for containers"
}

resource "aws_network_interface" "node" {
  subnet_id         = aws_subnet.public.id
  ipv4_prefix_count = 1
  ipv6_prefix_count = 1
  depends_on        = [aws_ec2_subnet_cidr_reservation.pods]
}

resource "aws_network_interface_permission" "node" {
  network_interface_id = aws_network_interface.node.id
  aws_account_id       = "111111111111"
  permission           = "INSTANCE-ATTACH"
}

# One security group in two VPCs, and a way to instances without public addresses

resource "aws_security_group" "administration" {
  name   = "administration"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_vpc_association" "shared" {
  security_group_id = aws_security_group.administration.id
  vpc_id            = aws_vpc.shared.id
}

resource "aws_ec2_instance_connect_endpoint" "main" {
  subnet_id          = aws_subnet.public.id
  security_group_ids = [aws_security_group.administration.id]
  preserve_client_ip = false
}

# The mail server's address

resource "aws_eip" "mail" {
  domain = "vpc"
}

resource "aws_eip_domain_name" "mail" {
  allocation_id = aws_eip.mail.allocation_id
  domain_name   = var.mail_domain
}

output "pods" {
  value = aws_network_interface.node.ipv4_prefixes
}
