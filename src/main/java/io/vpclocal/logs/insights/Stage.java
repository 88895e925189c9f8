package io.vpclocal.logs.insights;

/** One command of a compiled query. Stateless: {@link Sink} has the state of a run. */
interface Stage {

    Sink open(QueryRun run, Sink next);

    /** True if all input rows are output in the same order. */
    default boolean keepsRows() {
        return false;
    }

    /** The receiver of rows. */
    interface Sink {

        /** Processes a row and returns whether it wants more. */
        boolean accept(Row row);

        /** Called after the last row. */
        void finish();
    }

    /** A sink that processes rows one by one. */
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
