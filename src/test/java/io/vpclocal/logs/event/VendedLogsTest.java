package io.vpclocal.logs.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.logs.LogAccount;
import io.vpclocal.logs.LogDelivery;
import io.vpclocal.logs.LogDelivery.VendedEvent;
import io.vpclocal.logs.LogUsage;
import io.vpclocal.logs.LogUsage.GroupUsage;
import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The delivery API for other modules. */
@EmulatorTest
class VendedLogsTest extends LogsTestBase {

    @Autowired
    private Clock clock;

    @Autowired
    private LogDelivery delivery;

    @Autowired
    private LogUsage usage;

    @Autowired
    private TransactionTemplate transactions;

    private long now;

    @BeforeEach
    void readTheClock() {
        now = clock.millis();
    }

    @Test
    void missingGroupAndStreamAreCreated() {
        assertThat(delivery.hasGroup(account.scope, "vended")).isFalse();
        assertThat(deliver("k", new VendedEvent(now, "b"), new VendedEvent(now - 5, "a")))
                .isTrue();
        assertThat(delivery.hasGroup(account.scope, "vended")).isTrue();
        assertThat(delivery.hasStream(account.scope, "vended", "eni-1-all")).isTrue();
        assertThat(delivery.hasStream(account.scope, "vended", "eni-2-all")).isFalse();
        assertThat(account.messages(r -> r.logGroupName("vended"))).containsExactly("a", "b");
    }

    @Test
    void aRepeatedDeliveryIsStoredOnce() {
        assertThat(deliver("k", new VendedEvent(now, "a"))).isTrue();
        assertThat(deliver("k", new VendedEvent(now, "a"))).isFalse();
        assertThat(deliver("k2", new VendedEvent(now, "b"))).isTrue();
        assertThat(account.messages(r -> r.logGroupName("vended"))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void deliveryRunsInTheCallersTransaction() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    delivery.deliver(
                            account.scope, "vended", "s", account.scope.account(), List.of(new VendedEvent(now, "a")));
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        assertThat(delivery.hasGroup(account.scope, "vended")).isFalse();
        assertThat(deliver("", new VendedEvent(now, "a"))).isTrue();
        assertThatThrownBy(() -> delivery.deliver(account.scope, "vended", "s", "x", List.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void deliveriesHaveNoTimeLimit() {
        long day = Duration.ofDays(1).toMillis();
        deliver(
                "k",
                new VendedEvent(now, "c"),
                new VendedEvent(now - 40 * day, "a"),
                new VendedEvent(now - 2 * day, "b"));
        assertThat(account.messages(r -> r.logGroupName("vended"))).containsExactly("a", "b", "c");
        account.logs.putRetentionPolicy(r -> r.logGroupName("vended").retentionInDays(1));
        deliver("k2", new VendedEvent(now - 3 * day, "expired"), new VendedEvent(now, "d"));
        assertThat(account.messages(r -> r.logGroupName("vended"))).containsExactly("c", "d");
    }

    @Test
    void vendedAndCustomBytesAreMeteredSeparately_andSurviveDeletion() {
        deliver("k", new VendedEvent(now, "12345"));
        account.put("vended", "eni-1-all", LogAccount.event(now, "123"));
        assertThat(usage.of(account.scope))
                .containsExactly(new GroupUsage(account.scope, "vended", "STANDARD", 3, 5, 8));
        account.logs.deleteLogStream(r -> r.logGroupName("vended").logStreamName("eni-1-all"));
        deliver("k2", new VendedEvent(now, "1"));
        assertThat(usage.of(account.scope))
                .containsExactly(new GroupUsage(account.scope, "vended", "STANDARD", 3, 6, 1));
        account.logs.deleteLogGroup(r -> r.logGroupName("vended"));
        assertThat(usage.of(account.scope))
                .containsExactly(new GroupUsage(account.scope, "vended", "STANDARD", 3, 6, 0));
        assertThat(usage.all()).contains(new GroupUsage(account.scope, "vended", "STANDARD", 3, 6, 0));
    }

    private boolean deliver(String key, VendedEvent... events) {
        return Boolean.TRUE.equals(transactions.execute(status -> delivery.deliver(
                account.scope, "vended", "eni-1-all", account.scope.account() + key, List.of(events))));
    }
}
