package io.vpclocal.control.state;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.control.ControlErrors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Resets the state. */
@Tag(name = "control")
@RestController
class ResetController {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}[a-z0-9-]{1,28}");

    private final ResetService resets;

    ResetController(ResetService resets) {
        this.resets = resets;
    }

    /** The scope of the reset; both null for everything. */
    record Scope(@Nullable String account, @Nullable String region) {}

    /** @param rows the number of deleted database rows */
    record Done(@Nullable String account, @Nullable String region, int rows) {}

    @Operation(
            summary = "Delete the whole state, or that of one account or of one account's Region",
            description = "Account and Region are given as parameters or in a JSON body.")
    @PostMapping("/_vpclocal/reset")
    Done reset(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region,
            @RequestBody(required = false) @Nullable Scope body) {
        if (body != null && (account != null || region != null)) {
            throw ControlErrors.invalid("Give account and region as parameters or in the body, not in both.");
        }
        Scope scope = body == null ? new Scope(account, region) : body;
        check("account", scope.account(), ACCOUNT);
        check("region", scope.region(), REGION);
        return new Done(scope.account(), scope.region(), resets.reset(scope.account(), scope.region()));
    }

    private static void check(String name, @Nullable String value, Pattern form) {
        if (value != null && !form.matcher(value).matches()) {
            throw ControlErrors.invalid("'" + value + "' is not " + name + ".");
        }
    }
}
