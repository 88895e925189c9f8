package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Network;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AdditionalDetail;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/** One component of a path. Its headers are written last, after every rule has narrowed them. */
final class Draft {

    final String id;
    private PathComponent.Builder shown;
    private final Header in;
    private Header out;

    Draft(String id, AnalysisComponent component, Header header) {
        this.id = id;
        this.shown = PathComponent.builder().component(component);
        this.in = header;
        this.out = header;
    }

    Draft with(UnaryOperator<PathComponent.Builder> more) {
        shown = more.apply(shown);
        return this;
    }

    void leavesWith(Header header) {
        out = header;
    }

    void detail(String type, @Nullable AnalysisComponent about) {
        shown.additionalDetails(AdditionalDetail.builder()
                .additionalDetailType(type)
                .component(about)
                .build());
    }

    /**
     * The first component shows the header that it sends, the last one the header that arrives, and the others the
     * header that they change (AWS documentation, Reachability Analyzer guide: example output). A gateway at either end
     * shows the header that it carries.
     */
    PathComponent toWire(int number, boolean first, boolean last) {
        shown.sequenceNumber(number);
        boolean gateway = id.startsWith("igw-");
        if (first && !gateway || last && gateway && !first) {
            shown.outboundHeader(out.toWire());
        } else if (first || last) {
            shown.inboundHeader(in.toWire());
        }
        if (first && gateway || !first && !last) {
            shown.outboundHeader(out.changesFrom(in));
        }
        return shown.build();
    }

    static boolean crossesZones(Network.@Nullable Subnet one, Network.@Nullable Subnet other) {
        return one != null && other != null && !one.availabilityZoneId().equals(other.availabilityZoneId());
    }
}
