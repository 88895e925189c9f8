package io.vpclocal.identity.iam;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IAM's rules for parameters that its model does not have, or that have a text of their own. */
public final class IamParams {

    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
    private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");
    private static final Pattern PATH_PREFIX = Pattern.compile("/[!-~]*");
    private static final Pattern POLICY_PATH = Pattern.compile("(/[A-Za-z0-9.,+@=_-]+)*/");

    private IamParams() {}

    public static String require(@Nullable String value, String parameter) {
        if (value == null || value.isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.IAM, parameter);
        }
        return value;
    }

    /** A name for a new entity. */
    public static String newName(IamKind kind, @Nullable String value) {
        return name(value, kind.parameter());
    }

    /** A well-formed name of any kind. */
    public static String name(@Nullable String value, String parameter) {
        String name = require(value, parameter);
        if (!NAME.matcher(name).matches()) {
            throw IamErrors.malformedName(parameter);
        }
        return name;
    }

    public static String path(@Nullable String value) {
        if (value == null) {
            return "/";
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
        if (!arn.startsWith("arn:") || arn.split(":", 6).length < 6) {
            throw IamErrors.invalidArn();
        }
        return arn;
    }

    /** The ARN of a policy or provider, which is in the partition of the account (recorded in China for AttachRolePolicy). */
    public static String arn(IamScope scope, @Nullable String value, String parameter) {
        String arn = arn(value, parameter);
        if (!arn.startsWith("arn:" + scope.partition() + ":")) {
            throw IamErrors.foreignPartition();
        }
        return arn;
    }
}
