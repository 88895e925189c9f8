package io.vpclocal.protocol.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceCreationType;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/** Reflection over the SDK's model classes, cached per class. */
public final class Models {

    private static final Map<Class<?>, Method> BUILDERS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Map<String, Set<String>>> ENUMS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Map<String, Class<? extends SdkPojo>>> OPERATIONS = new ConcurrentHashMap<>();

    /** The values of enums for whose unknown values AWS has other errors. */
    private static final Set<Set<String>> CHECKED_BY_ACTIONS =
            Set.of(values(VolumeType.class), values(NetworkInterfaceCreationType.class));

    private Models() {}

    /** The action's name as its request class spells it, for example {@code CreateVpcEndpoint}. */
    public static String operationName(Class<? extends SdkPojo> requestType) {
        String name = requestType.getSimpleName();
        return name.substring(0, name.length() - "Request".length());
    }

    /**
     * Every operation of a service with its request class, by the SDK's name. Look-ups ignore case, because the SDK
     * spells some names differently: {@code CreateSamlProvider} is {@code CreateSAMLProvider} on the wire.
     */
    public static Map<String, Class<? extends SdkPojo>> operations(Class<?> client) {
        Map<String, Class<? extends SdkPojo>> operations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Method method : client.getMethods()) {
            Class<?>[] parameters = method.getParameterTypes();
            if (parameters.length >= 1 && SdkRequest.class.isAssignableFrom(parameters[0])) {
                Class<? extends SdkPojo> request = parameters[0].asSubclass(SdkPojo.class);
                operations.put(operationName(request), request);
            }
        }
        return operations;
    }

    /** The codes of the errors that an operation declares, which are the names of the SDK's exceptions. */
    public static Set<String> errors(Class<?> client, Class<? extends SdkPojo> request) {
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == request)
                .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    /** As {@link #operations}, with those that stream events, which only the asynchronous client has. */
    public static Map<String, Class<? extends SdkPojo>> allOperations(Class<?> client) {
        return OPERATIONS.computeIfAbsent(client, Models::findAllOperations);
    }

    private static Map<String, Class<? extends SdkPojo>> findAllOperations(Class<?> client) {
        String asynchronous = client.getName().replaceFirst("Client$", "AsyncClient");
        try {
            return Collections.unmodifiableMap(operations(Class.forName(asynchronous)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("No client " + asynchronous, e);
        }
    }

    /** An empty builder of a model class. */
    public static SdkPojo newBuilder(Class<? extends SdkPojo> type) {
        try {
            Method builder = BUILDERS.computeIfAbsent(type, Models::builderMethod);
            return (SdkPojo) builder.invoke(null);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("No builder for " + type, e);
        }
    }

    /**
     * The enum values of a builder's members, by member name. They come from the builder's overloaded setters, because
     * the SDK's field descriptions do not list them. Instance types are left out: AWS adds some every week, and the
     * module that owns them knows them.
     */
    public static Map<String, Set<String>> enumMembers(Class<?> builderType) {
        return ENUMS.computeIfAbsent(builderType, Models::findEnumMembers);
    }

    /** Whether a value is refused before the action sees it. @param allowed a value of {@link #enumMembers} */
    static boolean isRefused(String value, Set<String> allowed) {
        return !allowed.contains(value) && !CHECKED_BY_ACTIONS.contains(allowed);
    }

    /** The key of a member in {@link #enumMembers}. */
    public static String key(String memberName) {
        return memberName.toLowerCase(Locale.ROOT);
    }

    private static Method builderMethod(Class<?> type) {
        try {
            return type.getMethod("builder");
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("Not a model class: " + type, e);
        }
    }

    private static Map<String, Set<String>> findEnumMembers(Class<?> builderType) {
        Map<String, Set<String>> members = new HashMap<>();
        for (Class<?> api : builderType.getInterfaces()) {
            for (Method method : api.getMethods()) {
                Class<?> type = method.getParameterCount() == 1 ? enumType(method) : Object.class;
                if (type.isEnum() && type != InstanceType.class) {
                    members.put(key(method.getName()), values(type));
                }
            }
        }
        return members;
    }

    private static Class<?> enumType(Method method) {
        Class<?> raw = method.getParameterTypes()[0];
        if (raw.isArray()) {
            return raw.getComponentType();
        }
        if (Collection.class.isAssignableFrom(raw)
                && method.getGenericParameterTypes()[0] instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        return raw;
    }

    private static Set<String> values(Class<?> enumType) {
        Set<String> values = new LinkedHashSet<>();
        for (Object constant : enumType.getEnumConstants()) {
            String value = constant.toString();
            if (!value.equals("null")) {
                values.add(value);
            }
        }
        return values;
    }
}
