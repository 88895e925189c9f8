package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.iam.mfa.MfaDeviceService;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.protocol.AwsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the codes of MFA devices in calls of STS. The texts are reported by AWS's users. */
@Component
public class MfaCheck {

    private final MfaDeviceService devices;

    MfaCheck(MfaDeviceService devices) {
        this.devices = devices;
    }

    /**
     * True if the caller gives the current code of an MFA device, false if it gives none.
     *
     * @throws AwsException if the code or the device is not the caller's
     */
    boolean check(Principal caller, @Nullable String serialNumber, @Nullable String code) {
        return given(caller, serialNumber, code, false);
    }

    /** The same. Each code can be used once. */
    public boolean use(Principal caller, @Nullable String serialNumber, @Nullable String code) {
        return given(caller, serialNumber, code, true);
    }

    private boolean given(Principal caller, @Nullable String serialNumber, @Nullable String code, boolean use) {
        if (serialNumber == null && code == null) {
            return false;
        }
        if (serialNumber == null || code == null) {
            throw denied("must provide both MFA serial number and one time pass code.", ",");
        }
        boolean user = caller.who().kind() == PolicyPrincipal.Kind.USER;
        if (!user && !caller.root() || !devices.isOf(caller.home(), caller.userId(), serialNumber)) {
            throw denied(
                    "unable to validate MFA code.  Please verify your MFA serial number is valid and associated with"
                            + " this user.",
                    ",");
        }
        boolean right = use
                ? devices.use(caller.home(), serialNumber, code)
                : devices.matches(caller.home(), serialNumber, code);
        if (!right) {
            throw denied("with invalid MFA one time pass code.", "");
        }
        return true;
    }

    private static AwsException denied(String reason, String separator) {
        return Denials.accessDenied("MultiFactorAuthentication failed" + separator + " " + reason);
    }
}
