package io.vpclocal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.StateLock;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@EmulatorTest
@Timeout(60)
class BackgroundWorkTest extends LogsTestBase {

    @Autowired
    private BackgroundWork background;

    @Autowired
    private StateLock lock;

    @Test
    void waitsForAReset() throws Exception {
        AtomicBoolean written = new AtomicBoolean();
        Thread work = new Thread(() -> background.write(() -> written.getAndSet(true)));
        lock.exclusive(() -> {
            work.start();
            while (work.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(written).isFalse();
            return work;
        });
        work.join();
        assertThat(written).isTrue();
    }

    @Test
    void resetsSucceedWhileQueriesAndExportsRun() throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        for (int i = 0; i < 20; i++) {
            account.group("g", "s");
            account.logs.startQuery(r -> r.logGroupName("g")
                    .queryString("fields @message")
                    .startTime(0L)
                    .endTime(4102444800L));
            account.logs.createExportTask(
                    r -> r.logGroupName("g").from(0L).to(1L).destination("exports"));
            assertThat(control.post("/_vpclocal/reset?account=" + account.scope.account())
                            .status())
                    .isEqualTo(200);
        }
    }
}
