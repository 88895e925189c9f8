package io.vpclocal.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One implemented action.
 *
 * @param name its name on the wire
 * @param module the module that implements it, shown in the API documentation
 * @param taggable resource types its tag specifications may name
 * @param missing what the emulator does not implement; empty if complete
 */
public record ActionDefinition(
        AwsService service,
        String name,
        String module,
        Class<? extends SdkPojo> requestType,
        Class<? extends SdkPojo> responseType,
        Set<String> taggable,
        String missing,
        Supplier<Object> controller,
        Method method) {

    /** True for actions that never write. Their transactions are read-only. */
    public boolean readOnly() {
        return name.startsWith("Describe")
                || name.startsWith("Get")
                || name.startsWith("List")
                || name.startsWith("Filter");
    }

    public SdkPojo invoke(SdkPojo request, Call call) {
        try {
            Object result = method.getParameterCount() == 1
                    ? method.invoke(controller.get(), request)
                    : method.invoke(controller.get(), request, call);
            return (SdkPojo) result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new UndeclaredThrowableException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Action method must be accessible: " + method, e);
        }
    }
}
