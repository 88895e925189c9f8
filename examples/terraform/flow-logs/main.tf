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
    ec2  = "http://localhost:4566"
    iam  = "http://localhost:4566"
    logs = "http://localhost:4566"
    sts  = "http://localhost:4566"
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.60.0.0/16"
  tags       = { Team = var.team }
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.60.1.0/24"
  tags       = { Team = var.team }
}

resource "aws_network_interface" "host" {
  subnet_id   = aws_subnet.private.id
  description = var.description
  tags        = { Team = var.team }
}

resource "aws_cloudwatch_log_group" "flows" {
  name              = "/terraform/flows"
  retention_in_days = var.retention_in_days
  tags              = { Team = var.team }
}

resource "aws_iam_role" "flows" {
  name        = "terraform-flows"
  description = var.description
  tags        = { Team = var.team }
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = var.trusted_service }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "flows" {
  role = aws_iam_role.flows.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = var.allowed_actions
      Resource = "*"
    }]
  })
}

resource "aws_flow_log" "main" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  log_destination          = aws_cloudwatch_log_group.flows.arn
  iam_role_arn             = aws_iam_role.flows.arn
  max_aggregation_interval = 60
  tags                     = { Team = var.team }
}

output "host" {
  value = aws_network_interface.host.id
}
