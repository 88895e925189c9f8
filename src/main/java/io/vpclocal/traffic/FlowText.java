package io.vpclocal.traffic;

import io.vpclocal.traffic.FlowAnswer.HopView;
import io.vpclocal.traffic.FlowAnswer.PathView;
import io.vpclocal.traffic.FlowAnswer.RecordView;
import org.jspecify.annotations.Nullable;

/** A verdict as text: the outcome, every hop of both directions, and the flow log records. */
final class FlowText {

    private FlowText() {}

    static String of(FlowAnswer flow) {
        StringBuilder text = new StringBuilder(flow.allowed() ? "Allowed" : "Not allowed");
        if (!flow.allowed()) {
            text.append(" (").append(flow.code()).append("): ").append(flow.reason());
        }
        text.append('\n');
        path("Request", flow.request(), text);
        path("Reply", flow.reply(), text);
        if (flow.notCaptured() != null) {
            text.append("Not captured by flow logs: ")
                    .append(flow.notCaptured())
                    .append('\n');
        } else {
            text.append("Records:\n");
        }
        for (RecordView record : flow.records()) {
            text.append("  ").append(record.record()).append('\n');
        }
        if (!flow.nearest().isEmpty()) {
            text.append("Nearest to working:\n");
            flow.nearest()
                    .forEach(sentence -> text.append("  ").append(sentence).append('\n'));
        }
        return text.toString();
    }

    private static void path(String name, @Nullable PathView path, StringBuilder text) {
        if (path == null) {
            return;
        }
        text.append("%s %s -> %s, %s%n"
                .formatted(name, path.source(), path.destination(), path.arrived() ? "arrived" : "did not arrive"));
        for (HopView hop : path.hops()) {
            text.append("  %-7s %-24s %-26s %s%n".formatted(hop.decision(), hop.stage(), hop.component(), hop.text()));
        }
    }
}
