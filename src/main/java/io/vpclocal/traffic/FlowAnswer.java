package io.vpclocal.traffic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vpclocal.flowlog.record.FlowAttributes;
import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Stop;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a flow.
 *
 * @param stoppedAt the decision that stopped it
 * @param notCaptured why flow logs do not capture it
 */
@Schema(name = "FlowVerdict")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlowAnswer(
        @Schema(description = "Whether it arrived, its answer came back, and no endpoint policy denied its API call")
        boolean allowed,

        @Schema(description = "The code of the stop, from VPC Reachability Analyzer if it has one") @Nullable
        String code,

        @Schema(description = "The stop in words", example = "no inbound rule of sg-1 allows tcp 443 from 10.0.1.5")
        @Nullable
        String reason,

        @Nullable HopView stoppedAt,
        PathView request,
        @Nullable PathView reply,

        @Schema(description = "The kind of traffic, if flow logs never capture it") @Nullable
        String notCaptured,

        @Schema(
                description = "Up to five resources or rules that almost allow it",
                example = "security group sg-1 allows tcp 443 only from 10.0.1.0/24 (sgr-1)")
        List<String> nearest,

        @Schema(description = "The records that flow logs of the interfaces will contain")
        List<RecordView> records) {

    /** One direction. */
    @Schema(name = "FlowPath")
    record PathView(String source, String destination, boolean arrived, long packets, long bytes, List<HopView> hops) {

        private static PathView of(FlowVerdict.Path path) {
            return new PathView(
                    path.packet().source().toString(),
                    path.packet().destination().toString(),
                    path.arrived(),
                    path.packets(),
                    path.bytes(),
                    path.hops().stream().map(HopView::of).toList());
        }
    }

    /** One decision on the way. */
    @Schema(name = "FlowHop")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HopView(
            @Schema(example = "SECURITY_GROUP_INGRESS") String stage,
            @Schema(example = "DENY") String decision,
            String component,

            @Schema(description = "Security group rule id, network ACL rule number, or route destination") @Nullable
            String rule,

            String text) {

        private static HopView of(Hop hop) {
            return new HopView(hop.stage().name(), hop.decision().name(), hop.component(), hop.rule(), hop.text());
        }
    }

    /** What one interface observed. */
    @Schema(name = "FlowRecordPreview")
    record RecordView(
            @Nullable String interfaceId,
            String direction,
            String action,
            String sourceAddress,
            String destinationAddress,
            String packetSourceAddress,
            String packetDestinationAddress,
            int sourcePort,
            int destinationPort,
            int protocol,
            long packets,
            long bytes,

            @Schema(description = "The record in the default format, with all packets in one capture window")
            String record) {

        static RecordView of(ObservedTraffic seen) {
            FlowAttributes flow = seen.flow();
            FlowRecord record = FlowRecord.ok(
                    seen.networkInterface(),
                    flow,
                    seen.packets(),
                    seen.bytes(),
                    seen.tcpFlags(),
                    seen.start().getEpochSecond(),
                    seen.end().getEpochSecond());
            return new RecordView(
                    seen.networkInterface().interfaceId(),
                    Objects.requireNonNull(flow.direction()).name(),
                    flow.action().name(),
                    flow.sourceAddress(),
                    flow.destinationAddress(),
                    flow.packetSourceAddress(),
                    flow.packetDestinationAddress(),
                    flow.sourcePort(),
                    flow.destinationPort(),
                    flow.protocol(),
                    seen.packets(),
                    seen.bytes(),
                    RecordFormat.DEFAULT.render(record));
        }
    }

    static FlowAnswer of(FlowVerdict verdict, List<ObservedTraffic> seen, List<String> nearest) {
        Stop stop = verdict.stop();
        FlowVerdict.Path reply = verdict.reply();
        return new FlowAnswer(
                verdict.allowed(),
                stop == null ? null : stop.code().name(),
                stop == null ? null : stop.reason(),
                stop == null ? null : HopView.of(stop.hop()),
                PathView.of(verdict.request()),
                reply == null ? null : PathView.of(reply),
                verdict.notCaptured() == null ? null : verdict.notCaptured().name(),
                nearest,
                seen.stream().map(RecordView::of).toList());
    }
}
