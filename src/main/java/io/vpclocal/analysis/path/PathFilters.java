package io.vpclocal.analysis.path;

import io.vpclocal.analysis.Stored;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PathRequestFilter;

/** The filters of paths as they are stored. */
final class PathFilters {

    private PathFilters() {}

    static @Nullable String write(@Nullable PathRequestFilter filter) {
        return filter == null ? null : Stored.write(filter);
    }

    static @Nullable PathRequestFilter atSource(PathEntity path) {
        return Stored.readNullable(PathRequestFilter.class, path.atSource());
    }

    static @Nullable PathRequestFilter atDestination(PathEntity path) {
        return Stored.readNullable(PathRequestFilter.class, path.atDestination());
    }
}
