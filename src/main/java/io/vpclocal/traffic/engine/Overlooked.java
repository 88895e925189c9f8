package io.vpclocal.traffic.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handling of stops: the first one ends the path, or all are collected and the flow continues. */
final class Overlooked {

    private final boolean collects;
    private final List<Obstacle> obstacles = new ArrayList<>(0);

    private Overlooked(boolean collects) {
        this.collects = collects;
    }

    static Overlooked nothing() {
        return new Overlooked(false);
    }

    static Overlooked everything() {
        return new Overlooked(true);
    }

    boolean collects() {
        return collects;
    }

    /** The stop, or null if it was collected and the flow continues. */
    @Nullable
    Stop or(@Nullable Stop stop, CompiledInterface at, boolean answer) {
        if (stop == null || !collects) {
            return stop;
        }
        add(stop, at, answer);
        return null;
    }

    void add(Stop stop, @Nullable CompiledInterface at, boolean answer) {
        obstacles.add(new Obstacle(stop, at == null ? null : at.networkInterface, answer));
    }

    List<Obstacle> obstacles() {
        return List.copyOf(obstacles);
    }
}
