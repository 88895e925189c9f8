package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** When tests get an empty account; our design. */
class FreshTest {

    private static final String GROUP = "left-behind";

    @Nested
    @VpcLocalTest(fresh = VpcLocalTest.Fresh.PER_METHOD)
    class PerMethod {

        private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

        @RepeatedTest(3)
        void eachMethodHasItsOwnAccount(VpcLocalAccount account, CloudWatchLogsClient logs) {
            assertThat(SEEN.add(account.id())).isTrue();
            assertThat(logs.describeLogGroups().logGroups()).isEmpty();
            logs.createLogGroup(r -> r.logGroupName(GROUP));
        }
    }

    @Nested
    @VpcLocalTest(fresh = VpcLocalTest.Fresh.PER_METHOD)
    @Account("777788889999")
    class FixedPerMethod {

        private final CloudWatchLogsClient logs;

        FixedPerMethod(CloudWatchLogsClient logs) {
            this.logs = logs;
        }

        @RepeatedTest(3)
        void aFixedAccountIsEmptiedForEachMethod(VpcLocalAccount account) {
            assertThat(account.id()).isEqualTo("777788889999");
            assertThat(logs.describeLogGroups().logGroups()).isEmpty();
            logs.createLogGroup(r -> r.logGroupName(GROUP));
        }
    }

    @Nested
    @VpcLocalTest(fresh = VpcLocalTest.Fresh.NEVER)
    @Account("777788880000")
    class Never {

        private static int before;

        @RepeatedTest(3)
        void nothingIsEmptied(CloudWatchLogsClient logs) {
            assertThat(logs.describeLogGroups().logGroups()).hasSize(before);
            logs.createLogGroup(r -> r.logGroupName(GROUP + before));
            before++;
        }
    }

    @Nested
    @VpcLocalTest
    class PerClass {

        private static int before;

        @RepeatedTest(3)
        void methodsOfAClassShareTheState(CloudWatchLogsClient logs) {
            assertThat(logs.describeLogGroups().logGroups()).hasSize(before);
            logs.createLogGroup(r -> r.logGroupName(GROUP + before));
            before++;
        }
    }
}
