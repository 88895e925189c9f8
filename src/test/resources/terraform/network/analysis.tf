resource "aws_security_group" "analyzed" {
  name   = "analyzed"
  vpc_id = aws_vpc.main.id
  ingress {
    protocol    = "tcp"
    from_port   = var.open_port
    to_port     = var.open_port
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

variable "open_port" {
  default = 443
}

variable "asked_port" {
  default = 443
}

resource "aws_network_interface" "analyzed" {
  count           = 2
  subnet_id       = aws_subnet.private[count.index].id
  security_groups = [aws_security_group.analyzed.id]
}

resource "aws_ec2_network_insights_path" "web" {
  source           = aws_network_interface.analyzed[0].id
  destination      = aws_network_interface.analyzed[1].arn
  protocol         = "tcp"
  destination_port = var.asked_port
  tags             = { Name = "web" }
}

resource "aws_ec2_network_insights_analysis" "web" {
  network_insights_path_id = aws_ec2_network_insights_path.web.id
  tags                     = { Name = "web" }
}

output "path_found" {
  value = aws_ec2_network_insights_analysis.web.path_found
}

output "analysis" {
  value = aws_ec2_network_insights_analysis.web.id
}

output "path" {
  value = aws_ec2_network_insights_path.web.id
}
