package io.vpclocal.network.securitygroup;

import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Each test begins with a new account and a security group in a new VPC. */
abstract class GroupTestBase {

    static final String S3_LIST = "pl-63a5400a";

    @Autowired
    Aws aws;

    Ec2Client ec2;
    Groups groups;
    String group;

    @BeforeEach
    void newGroup() {
        ec2 = aws.ec2();
        groups = Groups.inNewVpc(ec2);
        group = groups.create("web");
    }
}
