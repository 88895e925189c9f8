package io.vpclocal.logs.query;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.insights.MalformedQueryException;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import java.util.Map;

/** CloudWatch Logs' errors for queries. */
final class QueryErrors {

    private QueryErrors() {}

    /** Recorded: StartQuery has its own message, which quotes an internal service. */
    static AwsException groupNotFound(Call call, String group) {
        return new AwsException(
                "ResourceNotFoundException",
                "Log group '" + group + "' does not exist for account ID '"
                        + call.scope().account()
                        + "' (Service: AWSLogs; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: "
                        + call.id() + "; Proxy: null)");
    }

    static AwsException malformed(MalformedQueryException problem) {
        String message = String.valueOf(problem.getMessage());
        Map<String, Object> error = Map.of(
                "location",
                Map.of("startCharOffset", problem.startCharOffset(), "endCharOffset", problem.endCharOffset()),
                "message",
                message);
        return new AwsException("MalformedQueryException", message, 400, Map.of("queryCompileError", error));
    }

    /** The period of the query. The place is the whole text of the query. */
    static AwsException nothingKept(String text) {
        return new AwsException(
                "MalformedQueryException",
                "Query's end date and time is either before the log groups creation time or exceeds the log groups log"
                        + " retention settings ([0," + text.length() + "])");
    }

    /** UNVERIFIED: the message. */
    static AwsException queryNotFound(String id) {
        return noSuch("Query", id);
    }

    /** UNVERIFIED: the message. */
    static AwsException notRunning(String id) {
        return LogsErrors.invalidParameter("Query with id " + id + " is not running");
    }

    /** UNVERIFIED: the message. */
    static AwsException oneWayToNameGroups() {
        return LogsErrors.invalidParameter(
                "Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified.");
    }

    /** UNVERIFIED: the message. */
    static AwsException endBeforeStart() {
        return LogsErrors.invalidParameter("The end time must not be before the start time.");
    }

    static AwsException otherLanguage(String language) {
        return LogsErrors.invalidParameter("VPC Local does not emulate the query language " + language + ".");
    }

    /** UNVERIFIED: the message. */
    static AwsException noSuchRecord() {
        return LogsErrors.invalidParameter("The specified logRecordPointer is invalid.");
    }

    /** UNVERIFIED: the message. */
    static AwsException definitionNotFound(String id) {
        return noSuch("Query definition", id);
    }

    private static AwsException noSuch(String noun, String id) {
        return LogsErrors.notFound(noun + " with id " + id + " does not exist");
    }
}
