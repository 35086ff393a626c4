package nl.aftercare.platform.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.tenancy.Tenancy;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to. What was not asked for is left out. Conditions come from code, never from a request. */
public final class Filter {
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final StringBuilder conditions = new StringBuilder();

    private Filter() {}

    public static Filter none() {
        return new Filter();
    }

    /**
     * Rows with this value.
     *
     * @param attribute of the row type
     * @param value null when it was not asked for
     */
    public Filter and(String attribute, @Nullable Object value) {
        return value == null ? this : where(attribute + " = :" + attribute, attribute, value);
    }

    /**
     * Rows of the municipalities of the transaction: what row-level security would leave anyway, said so that an index is used.
     *
     * @param municipality attribute of the row type
     */
    public Filter within(String municipality, Tenancy tenancy) {
        var codes = tenancy.municipalities().stream().map(Municipality::code).toList();
        return codes.size() == 1
                ? and(municipality, codes.getFirst())
                : where(municipality + " in (:tenants)", "tenants", codes);
    }

    /** @param condition HQL over the row type */
    public Filter where(String condition) {
        conditions.append(" and ").append(condition);
        return this;
    }

    /** @param condition HQL over the row type with one parameter of this name */
    public Filter where(String condition, String name, Object value) {
        parameters.put(name, value);
        return where(condition);
    }

    String hql() {
        return conditions.toString();
    }

    void apply(Mutiny.SelectionQuery<?> query) {
        parameters.forEach(query::setParameter);
    }
}
