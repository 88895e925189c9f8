package io.vpclocal.network.prefixlist;

import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Each test begins with a new account. */
abstract class PrefixListTestBase {

    @Autowired
    Aws aws;

    TestLists lists;
    Ec2Client ec2;
    String account;

    @BeforeEach
    void newAccount() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
        lists = new TestLists(ec2);
    }
}
