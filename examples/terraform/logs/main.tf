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
    iam  = "http://localhost:4566"
    logs = "http://localhost:4566"
    sts  = "http://localhost:4566"
  }
}

variable "indexed_field" {
  type    = string
  default = "srcaddr"
}

locals {
  masked = ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"]
}

resource "aws_cloudwatch_log_group" "app" {
  name              = "/app"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_data_protection_policy" "app" {
  log_group_name = aws_cloudwatch_log_group.app.name
  policy_document = jsonencode({
    Name    = "mask-addresses"
    Version = "2021-06-01"
    Statement = [
      {
        Sid            = "audit"
        DataIdentifier = local.masked
        Operation      = { Audit = { FindingsDestination = {} } }
      },
      {
        Sid            = "mask"
        DataIdentifier = local.masked
        Operation      = { Deidentify = { MaskConfig = {} } }
      }
    ]
  })
}

resource "aws_cloudwatch_log_index_policy" "app" {
  log_group_name  = aws_cloudwatch_log_group.app.name
  policy_document = jsonencode({ Fields = [var.indexed_field] })
}

resource "aws_cloudwatch_log_account_policy" "indexes" {
  policy_name     = "indexes"
  policy_type     = "FIELD_INDEX_POLICY"
  policy_document = jsonencode({ Fields = ["requestId"] })
}

resource "aws_cloudwatch_log_anomaly_detector" "app" {
  detector_name           = "app"
  log_group_arn_list      = [aws_cloudwatch_log_group.app.arn]
  anomaly_visibility_time = 7
  evaluation_frequency    = "TEN_MIN"
  enabled                 = true
}

resource "aws_iam_role" "central" {
  name = "central-logs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "logs.amazonaws.com" }
    }]
  })
}

resource "aws_cloudwatch_log_destination" "central" {
  name       = "central"
  role_arn   = aws_iam_role.central.arn
  target_arn = "arn:aws:kinesis:us-east-1:000000000000:stream/central"
  tags       = { team = "platform" }
}

resource "aws_cloudwatch_log_destination_policy" "central" {
  destination_name = aws_cloudwatch_log_destination.central.name
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "logs:PutSubscriptionFilter"
      Principal = { AWS = "111111111111" }
      Resource  = aws_cloudwatch_log_destination.central.arn
    }]
  })
}

resource "aws_cloudwatch_log_delivery_source" "cdn" {
  name         = "cdn"
  log_type     = "ACCESS_LOGS"
  resource_arn = "arn:aws:cloudfront::000000000000:distribution/E1EXAMPLE"
}

resource "aws_cloudwatch_log_delivery_destination" "app" {
  name          = "app"
  output_format = "json"

  delivery_destination_configuration {
    destination_resource_arn = aws_cloudwatch_log_group.app.arn
  }
}

resource "aws_cloudwatch_log_delivery_destination_policy" "app" {
  delivery_destination_name = aws_cloudwatch_log_delivery_destination.app.name
  delivery_destination_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "logs:CreateDelivery"
      Principal = { AWS = "111111111111" }
      Resource  = aws_cloudwatch_log_delivery_destination.app.arn
    }]
  })
}

resource "aws_cloudwatch_log_delivery" "cdn" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.cdn.name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.app.arn
  record_fields            = ["date", "time", "c-ip"]
}

output "log_group" {
  value = aws_cloudwatch_log_group.app.name
}
