package io.vpclocal.resource.committed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CommittedRowsTest {

    private record Row(long seq, String state) implements StoredRow {
        @Override
        public Scope scope() {
            return new Scope("000000000000", "us-east-1");
        }
    }

    /** Two calls refresh at the same time: the second one must not use the row that the first one is still reading. */
    @Test
    void aReaderWaitsForTheRowsThatAnotherReaderIsReading() {
        AtomicReference<Row> committed = new AtomicReference<>(new Row(1, "available"));
        List<Runnable> whileReading = new ArrayList<>();
        CommittedRows<Row> rows = new CommittedRows<>(source(committed, whileReading));
        rows.refresh();
        committed.set(new Row(1, "deleted"));
        rows.changed(1);
        AtomicReference<String> seen = new AtomicReference<>();
        Thread second = new Thread(() -> {
            rows.refresh();
            seen.set(rows.all().iterator().next().state());
        });
        whileReading.add(() -> startAndAwaitEndOrBlock(second));

        rows.refresh();

        join(second);
        assertThat(seen).hasValue("deleted");
    }

    @Test
    void aChangeDuringTheReadIsReadByTheNextReader() {
        AtomicReference<Row> committed = new AtomicReference<>(new Row(1, "pending"));
        List<Runnable> whileReading = new ArrayList<>();
        CommittedRows<Row> rows = new CommittedRows<>(source(committed, whileReading));
        rows.refresh();
        rows.changed(1);
        whileReading.add(() -> {
            committed.set(new Row(1, "available"));
            rows.changed(1);
        });

        rows.refresh();
        rows.refresh();

        assertThat(rows.all()).extracting(Row::state).containsExactly("available");
    }

    /** @param whileReading runs once, after the next rows are read and before they are returned */
    private static CommittedRows.Source<Row> source(AtomicReference<Row> committed, List<Runnable> whileReading) {
        return new CommittedRows.Source<>() {
            @Override
            public List<Row> all() {
                return List.of(committed.get());
            }

            @Override
            public List<Row> some(Collection<Long> seqs) {
                List<Row> read = List.of(committed.get());
                List<Runnable> once = List.copyOf(whileReading);
                whileReading.clear();
                once.forEach(Runnable::run);
                return read;
            }
        };
    }

    private static void startAndAwaitEndOrBlock(Thread thread) {
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
