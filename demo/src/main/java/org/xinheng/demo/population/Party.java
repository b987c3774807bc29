package org.xinheng.demo.population;

import java.util.Map;

/** A counterparty of a decision. None other than a fictional one can be made: that is refused here. */
public sealed interface Party {

    String name();

    /** The cells by which a row says whom it is about, by field id. */
    Map<String, String> cells();

    /**
     * An organisation or sole trader that does not exist.
     *
     * @param representative its legal representative, as fictional
     */
    record Organisation(String code, String name, String representative) implements Party {

        public Organisation {
            if (!FictionalCodes.isOrganisation(code)) {
                throw new IllegalArgumentException("not a code of the range reserved for fiction");
            }
            if (!InventedNames.isOrganisation(name) || !InventedNames.isPerson(representative)) {
                throw new IllegalArgumentException("not an invented name");
            }
        }

        public boolean soleTrader() {
            return code.startsWith("92");
        }

        @Override
        public Map<String, String> cells() {
            return Map.of(
                    "counterpartyName", name,
                    "counterpartyCategory", soleTrader() ? "个体工商户" : "法人及非法人组织",
                    "creditCode", code,
                    "legalRepresentative", representative);
        }
    }

    /** A person who does not exist. */
    record Citizen(String number, String name) implements Party {

        public Citizen {
            if (!FictionalCodes.isPerson(number)) {
                throw new IllegalArgumentException("not a number of the division reserved for fiction");
            }
            if (!InventedNames.isPerson(name)) {
                throw new IllegalArgumentException("not an invented name");
            }
        }

        @Override
        public Map<String, String> cells() {
            return Map.of("counterpartyName", name, "counterpartyCategory", "自然人", "idType", "身份证", "idNumber", number);
        }
    }
}
