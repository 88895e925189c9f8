package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.codec.Models;
import java.util.Set;

/**
 * The code of refused values. Newer actions of a JSON service declare {@code ValidationException} instead of {@code
 * InvalidParameterException}, which shared checks throw.
 */
final class DeclaredErrors {

    private DeclaredErrors() {}

    /** The error with the code that the action declares. */
    static AwsException of(ActionDefinition action, AwsException error) {
        if (!error.code().equals(CommonErrors.INVALID_PARAMETER)) {
            return error;
        }
        Set<String> declared = Models.errors(action.service().client(), action.requestType());
        return !declared.contains(CommonErrors.INVALID_PARAMETER) && declared.contains(CommonErrors.VALIDATION)
                ? new AwsException(CommonErrors.VALIDATION, error.text(), error.status(), error.details())
                : error;
    }
}
