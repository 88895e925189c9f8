package io.vpclocal.identity.iam;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IAM's constraints on parameters (IAM API Reference). */
public final class IamParams {

    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
    private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");
    private static final Pattern PATH_PREFIX = Pattern.compile("/[!-~]*");
    private static final Pattern POLICY_PATH = Pattern.compile("(/[A-Za-z0-9.,+@=_-]+)*/");
    private static final int SHORTEST_ARN = 20;

    private IamParams() {}

    public static String require(@Nullable String value, String parameter) {
        if (value == null || value.isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.IAM, parameter);
        }
        return value;
    }

    /** A name for a new entity. */
    public static String newName(IamKind kind, @Nullable String value) {
        String name = name(value, kind.parameter());
        if (name.length() > kind.longestName()) {
            throw IamErrors.tooLong(kind.parameter(), kind.longestName());
        }
        return name;
    }

    /** A well-formed name of any kind. */
    public static String name(@Nullable String value, String parameter) {
        String name = require(value, parameter);
        if (!NAME.matcher(name).matches()) {
            throw IamErrors.malformedName(parameter);
        }
        if (name.length() > 128) {
            throw IamErrors.tooLong(parameter, 128);
        }
        return name;
    }

    public static String path(@Nullable String value) {
        if (value == null) {
            return "/";
        }
        if (value.length() > IamLimits.PATH) {
            throw IamErrors.tooLong("path", IamLimits.PATH);
        }
        if (!PATH.matcher(value).matches()) {
            throw IamErrors.malformedPath("path");
        }
        return value;
    }

    public static String pathPrefix(@Nullable String value) {
        return prefix(value, PATH_PREFIX);
    }

    /** The prefix of paths of policies, which is a whole path. */
    public static String policyPathPrefix(@Nullable String value) {
        return prefix(value, POLICY_PATH);
    }

    /** Recorded from AWS: the pattern is checked before the length. */
    private static String prefix(@Nullable String value, Pattern pattern) {
        if (value == null) {
            return "/";
        }
        if (!pattern.matcher(value).matches()) {
            throw IamErrors.malformedPathPrefix();
        }
        if (value.length() > IamLimits.PATH) {
            throw IamErrors.tooLong("pathPrefix", IamLimits.PATH);
        }
        return value;
    }

    public static String arn(@Nullable String value, String parameter) {
        String arn = require(value, parameter);
        if (arn.length() < SHORTEST_ARN || !arn.startsWith("arn:") || arn.split(":", 6).length < 6) {
            throw IamErrors.invalidArn();
        }
        return arn;
    }

    public static @Nullable String description(@Nullable String value) {
        if (value != null && value.length() > IamLimits.DESCRIPTION) {
            throw IamErrors.tooLong("description", IamLimits.DESCRIPTION);
        }
        return value;
    }

    public static int maxSession(int seconds) {
        return between("maxSessionDuration", seconds, IamLimits.SHORTEST_MAX_SESSION, IamLimits.LONGEST_MAX_SESSION);
    }

    public static int between(String parameter, int value, int least, int most) {
        if (value < least) {
            throw IamErrors.tooLittle(parameter, least);
        }
        if (value > most) {
            throw IamErrors.tooMuch(parameter, most);
        }
        return value;
    }
}
