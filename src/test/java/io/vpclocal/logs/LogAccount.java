package io.vpclocal.logs;

import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/** A new account with shortcuts for tests of log groups. */
public final class LogAccount {

    public final CloudWatchLogsClient logs;
    public final Scope scope;

    public LogAccount(Aws aws) {
        String account = Aws.newAccount();
        this.scope = new Scope(account, "eu-west-1");
        this.logs = aws.logs(Aws.root(account), Region.EU_WEST_1);
    }

    /** Creates a group with streams. */
    public void group(String group, String... streams) {
        logs.createLogGroup(r -> r.logGroupName(group));
        Arrays.stream(streams)
                .forEach(stream ->
                        logs.createLogStream(r -> r.logGroupName(group).logStreamName(stream)));
    }

    public PutLogEventsResponse put(String group, String stream, InputLogEvent... events) {
        return put(group, stream, List.of(events));
    }

    public PutLogEventsResponse put(String group, String stream, List<InputLogEvent> events) {
        return logs.putLogEvents(
                r -> r.logGroupName(group).logStreamName(stream).logEvents(events));
    }

    public static InputLogEvent event(long timestamp, String message) {
        return InputLogEvent.builder().timestamp(timestamp).message(message).build();
    }

    /** All events that FilterLogEvents returns, over all pages. */
    public List<FilteredLogEvent> filter(Consumer<FilterLogEventsRequest.Builder> request) {
        List<FilteredLogEvent> events = new ArrayList<>();
        @Nullable String token = null;
        do {
            String next = token;
            FilterLogEventsResponse page =
                    logs.filterLogEvents(r -> r.applyMutation(request).nextToken(next));
            events.addAll(page.events());
            token = page.nextToken();
        } while (token != null);
        return events;
    }

    /** The messages that FilterLogEvents returns. */
    public List<String> messages(Consumer<FilterLogEventsRequest.Builder> request) {
        return filter(request).stream().map(FilteredLogEvent::message).toList();
    }
}
