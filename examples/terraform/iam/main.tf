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

# GitHub Actions may deploy from the main branch.
resource "aws_iam_openid_connect_provider" "github" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = var.audiences
  thumbprint_list = var.thumbprints
  tags            = { team = var.team }
}

data "aws_iam_policy_document" "github" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:my-organization/my-repository:ref:refs/heads/${var.branch}"]
    }
  }
}

resource "aws_iam_role" "deployer" {
  name               = "deployer"
  assume_role_policy = data.aws_iam_policy_document.github.json
}

resource "aws_iam_role_policy_attachment" "deployer" {
  role       = aws_iam_role.deployer.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonVPCReadOnlyAccess"
}

# The company's own identity provider.
resource "aws_iam_saml_provider" "company" {
  name                   = "company"
  saml_metadata_document = replace(file("${path.module}/saml-metadata.xml"), "/saml/sso", var.sign_in_path)
  tags                   = { team = var.team }
}

# A person.
resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = var.minimum_password_length
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  allow_users_to_change_password = true
  max_password_age               = var.max_password_age
  password_reuse_prevention      = var.password_reuse_prevention
}

resource "aws_iam_user" "ana" {
  name = "ana"
  path = var.path
  tags = { team = var.team }
}

resource "aws_iam_user_login_profile" "ana" {
  user                    = aws_iam_user.ana.name
  password_length         = 20
  password_reset_required = true
  depends_on              = [aws_iam_account_password_policy.strict]
}

resource "aws_iam_virtual_mfa_device" "ana" {
  virtual_mfa_device_name = "ana"
  tags                    = { team = var.team }
}

resource "aws_iam_user_ssh_key" "ana" {
  username   = aws_iam_user.ana.name
  encoding   = "SSH"
  public_key = file("${path.module}/ana.pub")
  status     = var.status
}

resource "aws_iam_signing_certificate" "ana" {
  user_name        = aws_iam_user.ana.name
  status           = var.status
  certificate_body = file("${path.module}/server.pem")
}

resource "aws_iam_service_specific_credential" "ana" {
  user_name    = aws_iam_user.ana.name
  service_name = "codecommit.amazonaws.com"
  status       = var.status
}

resource "aws_iam_server_certificate" "example" {
  name             = "example"
  path             = var.path
  certificate_body = file("${path.module}/server.pem")
  private_key      = file("${path.module}/server-key.pem")
  tags             = { team = var.team }
}

resource "aws_iam_service_linked_role" "autoscaling" {
  aws_service_name = "autoscaling.amazonaws.com"
  description      = var.description
  tags             = { team = var.team }
}

output "deployer" {
  value = aws_iam_role.deployer.arn
}
