package io.vpclocal.identity.caller;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.identity.*}
 *
 * @param mode how permissions are enforced
 * @param openRootKeys whether keys that are not in AWS's form are root users; their secret is not checked
 */
@ConfigurationProperties("vpclocal.identity")
public record IdentityProperties(
        @DefaultValue("enforce") Mode mode,
        @DefaultValue("true") boolean openRootKeys) {

    /** The handling of calls that policies do not allow. Signatures are checked in every mode. */
    public enum Mode {
        /** The call is refused. */
        ENFORCE,
        /** The call runs. The log says that it would have been refused. */
        AUDIT,
        /** The call runs. Policies are not evaluated. */
        OFF
    }
}
