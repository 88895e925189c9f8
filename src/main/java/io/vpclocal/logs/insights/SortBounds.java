package io.vpclocal.logs.insights;

import java.util.ArrayList;
import java.util.List;

/** Tells each sort how many rows the later commands can use, so that a top ten of millions keeps ten. */
final class SortBounds {

    private SortBounds() {}

    static List<Stage> of(List<Stage> stages) {
        List<Stage> bounded = new ArrayList<>(stages.size());
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            bounded.add(stage instanceof SortStage sort ? sort.boundedBy(rowsUsed(stages, i + 1)) : stage);
        }
        return List.copyOf(bounded);
    }

    private static int rowsUsed(List<Stage> stages, int from) {
        for (int i = from; i < stages.size(); i++) {
            if (stages.get(i) instanceof RowStages.Limit limit) {
                return limit.rows();
            }
            if (!stages.get(i).keepsRows()) {
                return SortStage.ALL;
            }
        }
        return SortStage.RESULT;
    }
}
