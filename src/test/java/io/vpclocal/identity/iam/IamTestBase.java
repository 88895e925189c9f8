package io.vpclocal.identity.iam;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.iam.IamClient;

/** Each test begins with a new account. */
public abstract class IamTestBase {

    @Autowired
    protected Aws aws;

    @Autowired
    protected People people;

    protected String account;

    /** The client of the account's root user. */
    protected IamClient iam;

    @BeforeEach
    void newAccount() {
        account = Aws.newAccount();
        iam = aws.iam(Aws.root(account));
    }
}
