package io.vpclocal.analysis.path;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.FilterPortRange;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsPath;
import software.amazon.awssdk.services.ec2.model.PathFilter;
import software.amazon.awssdk.services.ec2.model.PathRequestFilter;
import software.amazon.awssdk.services.ec2.model.RequestFilterPortRange;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Paths as the API shows them. */
final class PathWire {

    private PathWire() {}

    static NetworkInsightsPath toWire(PathEntity path, List<Tag> tags) {
        return NetworkInsightsPath.builder()
                .networkInsightsPathId(path.id())
                .networkInsightsPathArn(path.scope().arn("ec2", PathService.KIND.type() + "/" + path.id()))
                .createdDate(path.createdAt())
                .source(path.source())
                .sourceArn(path.sourceArn())
                .destination(path.destination())
                .destinationArn(path.destinationArn())
                .sourceIp(path.sourceIp())
                .destinationIp(path.destinationIp())
                .protocol(path.protocol())
                .destinationPort(path.destinationPort())
                .filterAtSource(toWire(PathFilters.atSource(path)))
                .filterAtDestination(toWire(PathFilters.atDestination(path)))
                .tags(tags)
                .build();
    }

    private static @Nullable PathFilter toWire(@Nullable PathRequestFilter filter) {
        return filter == null
                ? null
                : PathFilter.builder()
                        .sourceAddress(filter.sourceAddress())
                        .sourcePortRange(toWire(filter.sourcePortRange()))
                        .destinationAddress(filter.destinationAddress())
                        .destinationPortRange(toWire(filter.destinationPortRange()))
                        .build();
    }

    private static @Nullable FilterPortRange toWire(@Nullable RequestFilterPortRange range) {
        return range == null
                ? null
                : FilterPortRange.builder()
                        .fromPort(range.fromPort())
                        .toPort(range.toPort())
                        .build();
    }
}
