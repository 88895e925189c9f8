package io.vpclocal.identity.caller;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.identity.*}
 *
 * @param mode what permissions are for
 * @param openRootKeys whether keys that are not of AWS's form are root users, whatever their secret
 */
@ConfigurationProperties("vpclocal.identity")
public record IdentityProperties(
        @DefaultValue("enforce") Mode mode,
        @DefaultValue("true") boolean openRootKeys) {

    /** What happens to a call that no policy allows. Signatures are checked in every mode. */
    public enum Mode {
        /** It is refused. */
        ENFORCE,
        /** It goes through, and the log tells that it would have been refused. */
        AUDIT,
        /** It goes through; no policy is looked at. */
        OFF
    }
}
