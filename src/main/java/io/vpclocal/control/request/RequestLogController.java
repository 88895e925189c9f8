package io.vpclocal.control.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Returns logged calls, the reasons of denials, and the policy that calls need. Each node logs its own calls. */
@Tag(name = "control")
@RestController
class RequestLogController {

    private final RequestLog log;

    RequestLogController(RequestLog log) {
        this.log = log;
    }

    /** A search filter; null matches anything. */
    record Filter(
            @Nullable String principal,
            @Nullable String account,
            @Nullable String region,
            @Nullable String service,
            @Nullable String action,
            @Nullable String requestId,
            @Nullable String error,
            @Nullable Boolean failed,
            @Nullable Boolean denied) {

        boolean fits(LoggedCall call) {
            return (principal == null || PrincipalArns.means(principal, call.caller()))
                    && same(account, call.account())
                    && same(region, call.region())
                    && same(service, call.service())
                    && same(action, call.action())
                    && same(requestId, call.requestId())
                    && same(error, call.error())
                    && (failed == null || failed == (call.error() != null))
                    && (denied == null || denied == call.denied());
        }

        private static boolean same(@Nullable String wanted, @Nullable String value) {
            return wanted == null || wanted.equals(value);
        }
    }

    @Operation(
            summary = "The last calls, newest first, each with its policy decisions",
            description = "Calls that only read are left out if they come with the header X-VpcLocal-Unlogged.")
    @GetMapping("/_vpclocal/requests")
    List<LoggedCall> requests(
            @RequestParam(required = false) @Nullable String principal,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String requestId,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable Boolean failed,
            @RequestParam(required = false) @Nullable Boolean denied,
            @RequestParam(required = false, defaultValue = "100") int limit) {
        Filter filter = new Filter(principal, account, region, service, action, requestId, error, failed, denied);
        return found(filter).limit(limit).toList();
    }

    @Operation(summary = "Forget the calls")
    @DeleteMapping("/_vpclocal/requests")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        log.clear();
    }

    @Operation(
            summary = "The policy that the logged calls of a principal need",
            description = "The ARN of a user or of a role, whose sessions' calls count, or a caller's own ARN. Calls"
                    + " that were denied count too, with all permissions that they needed.")
    @GetMapping("/_vpclocal/iam/policy")
    LeastPrivilege.Policy policy(@RequestParam String principal) {
        Filter filter = new Filter(principal, null, null, null, null, null, null, null, null);
        return LeastPrivilege.of(found(filter).toList());
    }

    private Stream<LoggedCall> found(Filter filter) {
        return log.newestFirst().stream().filter(filter::fits);
    }
}
