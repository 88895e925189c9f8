package io.vpclocal.flowlog;

import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test begins with a new account. */
public abstract class FlowLogTestBase {

    @Autowired
    protected Aws aws;

    protected FlowLogAccount account;

    @BeforeEach
    void newAccount() {
        account = new FlowLogAccount(aws);
    }
}
