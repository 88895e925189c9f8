package io.vpclocal.testing;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the SQL statements of a call. */
public final class StatementCount {

    private static final int RUNS = 5;

    private StatementCount() {}

    /** The fewest of some runs: a sequence is asked once for many, and what runs in the background is counted too. */
    public static long of(EntityManagerFactory entities, Runnable call) {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        boolean enabled = statistics.isStatisticsEnabled();
        statistics.setStatisticsEnabled(true);
        try {
            long fewest = Long.MAX_VALUE;
            for (int i = 0; i < RUNS; i++) {
                long before = statistics.getPrepareStatementCount();
                call.run();
                fewest = Math.min(fewest, statistics.getPrepareStatementCount() - before);
            }
            return fewest;
        } finally {
            statistics.setStatisticsEnabled(enabled);
        }
    }
}
