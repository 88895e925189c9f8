package io.vpclocal.logs.insights;

/** One command of a compiled query. Holds no state of a run. */
interface Stage {

    Sink open(QueryRun run, Sink next);

    /** Whether every row that comes in goes out, in the same order. */
    default boolean keepsRows() {
        return false;
    }

    /** Where rows go. */
    interface Sink {

        /** Takes a row and answers whether more are wanted. */
        boolean accept(Row row);

        /** No more rows come. */
        void finish();
    }

    /** A sink that works row by row. */
    abstract class Step implements Sink {

        final Sink next;

        Step(Sink next) {
            this.next = next;
        }

        @Override
        public void finish() {
            next.finish();
        }
    }
}
