package io.vpclocal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;

/**
 * Neither the emulator's log at its finest level nor the request log contains a secret. This is our own requirement.
 */
@EmulatorTest
class SecretsInLogsTest {

    private final Logger own = (Logger) LoggerFactory.getLogger("io.vpclocal");
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private Level before;

    @BeforeEach
    void listen() {
        before = own.getLevel();
        own.setLevel(Level.TRACE);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void stop() {
        root.detachAppender(appender);
        own.setLevel(before);
    }

    @Test
    void noSecretIsLogged() throws Exception {
        String account = Aws.newAccount();
        AwsCredentials user = people.user(account, "ana", People.allowing("ec2:Describe*"));
        String role = people.role(account, "worker", account, People.allowing("ec2:*"));
        AwsSessionCredentials session = (AwsSessionCredentials) People.session(aws.sts(Aws.root(account))
                .assumeRole(r -> r.roleArn(role).roleSessionName("session"))
                .credentials());
        aws.ec2(user, Region.US_EAST_1).describeVpcs();
        aws.ec2(session, Region.US_EAST_1).describeVpcs();
        String wrong = "this-is-a-secret-that-does-not-fit-at-all";
        List<AwsCredentials> refused = List.of(
                AwsBasicCredentials.create(user.accessKeyId(), wrong),
                AwsSessionCredentials.create(session.accessKeyId(), wrong, session.sessionToken()),
                AwsSessionCredentials.create(
                        session.accessKeyId(), session.secretAccessKey(), "x" + session.sessionToken()));
        for (AwsCredentials credentials : refused) {
            assertThat(catchThrowable(() -> aws.sts(credentials).getCallerIdentity()))
                    .isNotNull();
            assertThat(catchThrowable(
                            () -> aws.ec2(credentials, Region.US_EAST_1).describeVpcs()))
                    .isNotNull();
        }
        assertThat(catchThrowable(() -> aws.ec2(user, Region.US_EAST_1).createVpc(r -> r.cidrBlock("10.0.0.0/16"))))
                .isNotNull();
        String basic = Base64.getEncoder()
                .encodeToString((user.accessKeyId() + ":" + user.secretAccessKey()).getBytes(StandardCharsets.UTF_8));
        RawHttp.send(HttpRequest.newBuilder(aws.endpoint().resolve("/?Action=DescribeVpcs&Version=2016-11-15"))
                .header("Authorization", "Basic " + basic));
        aws.iam(Aws.root(account)).deleteAccessKey(r -> r.userName("ana").accessKeyId(user.accessKeyId()));

        List<String> secrets = new ArrayList<>(
                List.of(user.secretAccessKey(), session.secretAccessKey(), session.sessionToken(), wrong, basic));
        String calls = new ControlApi(aws.endpoint())
                .get("/_vpclocal/requests?account=" + account)
                .text();
        assertThat(calls).contains("DescribeVpcs").doesNotContain(secrets);
        secrets.add(user.accessKeyId());
        secrets.add(session.accessKeyId());
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
    }

    /** Checks that the test captures log lines. */
    @Test
    void logLinesAreCaptured() {
        LoggerFactory.getLogger("io.vpclocal.identity.Sample").trace("heard");
        assertThat(lines).contains("heard");
    }
}
