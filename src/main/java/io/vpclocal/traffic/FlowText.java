package io.vpclocal.traffic;

import java.util.List;

/** Verdicts as text for people: one line for each hop. */
final class FlowText {

    private FlowText() {}

    static String of(List<FlowAnswer> answers) {
        StringBuilder text = new StringBuilder();
        for (FlowAnswer answer : answers) {
            if (text.length() > 0) {
                text.append('\n');
            }
            append(text, answer);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, FlowAnswer answer) {
        FlowAnswer.PathView request = answer.request();
        text.append(answer.allowed() ? "ALLOWED " : "DENIED ")
                .append(request.source())
                .append(" -> ")
                .append(request.destination());
        if (answer.reason() != null) {
            text.append(": ")
                    .append(answer.reason())
                    .append(" (")
                    .append(answer.code())
                    .append(')');
        }
        text.append('\n');
        hops(text, "request", request);
        FlowAnswer.PathView reply = answer.reply();
        if (reply != null) {
            hops(text, "reply", reply);
        }
        if (answer.notCaptured() != null) {
            text.append("not captured by flow logs: ")
                    .append(answer.notCaptured())
                    .append('\n');
        }
        if (!answer.nearest().isEmpty()) {
            text.append("nearest to working\n");
            answer.nearest()
                    .forEach(sentence -> text.append("  ").append(sentence).append('\n'));
        }
    }

    private static void hops(StringBuilder text, String name, FlowAnswer.PathView path) {
        text.append(name).append('\n');
        int number = 1;
        for (FlowAnswer.HopView hop : path.hops()) {
            text.append("%3d  %-5s  %-24s  %s\n".formatted(number++, hop.decision(), hop.stage(), hop.text()));
        }
    }
}
