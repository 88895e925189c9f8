data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "endpoints" {
  statement {
    actions   = ["ec2:*VpcEndpoint*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "instances" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_policy" "endpoints" {
  name        = "manage-endpoints"
  path        = "/network/"
  description = "All work with endpoints"
  policy      = data.aws_iam_policy_document.endpoints.json
  tags        = { team = "network" }
}

resource "aws_iam_user" "ana" {
  name                 = "ana"
  path                 = "/people/"
  force_destroy        = true
  permissions_boundary = "arn:aws:iam::aws:policy/AmazonVPCFullAccess"
  tags                 = { team = "network" }
}

resource "aws_iam_access_key" "ana" {
  user = aws_iam_user.ana.name
}

resource "aws_iam_user_policy" "ana" {
  name   = "own-keys"
  user   = aws_iam_user.ana.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*AccessKey*"
      Resource = aws_iam_user.ana.arn
    }]
  })
}

resource "aws_iam_user_policy_attachment" "ana" {
  user       = aws_iam_user.ana.name
  policy_arn = aws_iam_policy.endpoints.arn
}

resource "aws_iam_group" "network" {
  name = "network"
  path = "/teams/"
}

resource "aws_iam_group_membership" "network" {
  name  = "network"
  group = aws_iam_group.network.name
  users = [aws_iam_user.ana.name]
}

resource "aws_iam_group_policy" "network" {
  name   = "describe"
  group  = aws_iam_group.network.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ec2:Describe*", Resource = "*" }]
  })
}

resource "aws_iam_group_policy_attachment" "network" {
  group      = aws_iam_group.network.name
  policy_arn = aws_iam_policy.endpoints.arn
}

resource "aws_iam_role" "machine" {
  name                  = "machine"
  description           = "What instances may do"
  assume_role_policy    = data.aws_iam_policy_document.instances.json
  force_detach_policies = true
  max_session_duration  = 7200
  tags                  = { team = "network" }
}

resource "aws_iam_role_policy" "machine" {
  name   = "describe"
  role   = aws_iam_role.machine.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ec2:Describe*", Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "machine" {
  role       = aws_iam_role.machine.name
  policy_arn = aws_iam_policy.endpoints.arn
}

resource "aws_iam_instance_profile" "machine" {
  name = "machine"
  role = aws_iam_role.machine.name
  tags = { team = "network" }
}

data "aws_iam_principal_policy_simulation" "machine" {
  action_names      = ["ec2:CreateVpcEndpoint"]
  policy_source_arn = aws_iam_role.machine.arn
  depends_on        = [aws_iam_role_policy_attachment.machine]
}

output "may_create" {
  value = data.aws_iam_principal_policy_simulation.machine.all_allowed
}
