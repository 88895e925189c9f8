package io.vpclocal.logs;

import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** Each test begins with a new account. */
public abstract class LogsTestBase {

    @Autowired
    protected Aws aws;

    protected LogAccount account;

    /** The client of the account's root user. */
    protected CloudWatchLogsClient logs;

    @BeforeEach
    void newAccount() {
        account = new LogAccount(aws);
        logs = account.logs;
    }
}
