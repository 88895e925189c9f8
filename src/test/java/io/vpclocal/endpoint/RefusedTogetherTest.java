package io.vpclocal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpclocal.testing.Aws;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** The cost of a rejected call does not grow with concurrent calls. */
@SlowEmulatorTest
class RefusedTogetherTest {

    private static final int CALLS = 64;

    @Autowired
    private Aws aws;

    @Autowired
    private EntityManagerFactory entities;

    /** A rejected call deletes its token row. Calls that wait for the row must not run again. */
    @Test
    void rejectedCallsWithOneTokenAreNotRepeated() throws Exception {
        Ec2Client ec2 = aws.ec2();
        ec2.describeVpcs();
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        long before = statistics.getTransactionCount();

        ExecutorService callers = Executors.newFixedThreadPool(CALLS);
        List<Future<Ec2Exception>> refusals = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            refusals.add(callers.submit(() -> catchThrowableOfType(
                    Ec2Exception.class,
                    () -> ec2.createVpcEndpoint(r -> r.vpcId("vpc-0123456789abcdef0")
                            .serviceName(Network.S3)
                            .clientToken("one")))));
        }
        callers.shutdown();
        for (Future<Ec2Exception> refusal : refusals) {
            assertThat(refusal.get().awsErrorDetails().errorCode()).isEqualTo("InvalidVpcId.NotFound");
        }
        // A margin for background work. Repeating each call would double the count.
        assertThat(statistics.getTransactionCount() - before).isLessThan(CALLS * 3 / 2);
    }
}
