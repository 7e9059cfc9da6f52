# Two commands: `make demo` runs the main job, `make test` passes the tests.
# Both install what they need (scripts/install-packages says what and why).

DEMO := demo/muara-enim
PORT ?= 8080
BUILD := swift build -c release
BINARY := .build/release/serasan

.PHONY: demo demo-two demo-cluster clean-demo test test-both faults faults-cluster endurance bench bench-million bench-backup \
	bench-workshop bench-coffee bench-postgres bench-engines bench-growth lint format build deb try-deb try-restore

demo:
	@scripts/install-packages build
	@echo "==> Membangun program (kali pertama beberapa menit)"
	@$(BUILD) --product serasan
	@scripts/demo $(BINARY) $(DEMO) $(PORT)

# Two regencies that work together: an agreement, an adapted replica, an upgrade that waits.
PORT_TWO ?= 8081
demo-two:
	@scripts/install-packages build
	@echo "==> Membangun program (kali pertama beberapa menit)"
	@$(BUILD) --product serasan
	@scripts/demo-two $(BINARY) demo/berdua $(PORT) $(PORT_TWO)

# Three nodes on a PostgreSQL primary with a synchronous standby, on this machine alone.
PORT_CLUSTER ?= 8090
demo-cluster:
	@scripts/install-packages build cluster
	@echo "==> Membangun program (kali pertama beberapa menit)"
	@$(BUILD) --product serasan
	@scripts/demo-cluster $(BINARY) demo/gugus $(PORT_CLUSTER)

clean-demo:
	rm -rf $(DEMO) demo/berdua demo/gugus

build:
	@scripts/install-packages build
	$(BUILD) --product serasan

test:
	@scripts/install-packages build test
	@scripts/test

# The same with every journey on SQLite and on PostgreSQL; half an hour more.
test-both:
	@scripts/install-packages build test
	@BOTH=1 scripts/test

# Faults under the release build, then those of a cluster; HOURS ends the first, the same SEED goes on
# with them or replays them.
COUNT ?= 100
faults:
	@scripts/install-packages build test
	$(BUILD) --product serasan
	$(BUILD) --product serasan-bench
	scripts/faults --count $(COUNT) $(if $(SEED),--seed $(SEED)) $(if $(HOURS),--hours $(HOURS))
	python3 Tests/Faults/cluster.py --seconds $(SECONDS_CLUSTER) --failovers $(FAILOVERS) $(if $(SEED),--seed $(SEED))

# The second alone: a primary with a synchronous standby and four nodes, while servers die, nodes
# stop, lines fall silent.
SECONDS_CLUSTER ?= 300
FAILOVERS ?= 10
faults-cluster:
	@scripts/install-packages build test
	$(BUILD) --product serasan-bench
	python3 Tests/Faults/cluster.py --seconds $(SECONDS_CLUSTER) --failovers $(FAILOVERS) $(if $(SEED),--seed $(SEED))

# What measures the whole process and so has to run alone.
endurance:
	@scripts/install-packages build test
	SERASAN_ENDURANCE=1 swift test -c release --filter EnduranceTests

bench:
	@scripts/install-packages build test
	@scripts/bench

# The same on a million cases, which takes its time and some gigabytes; they are kept.
bench-million:
	@scripts/install-packages build test
	@scripts/bench-million

# What a backup costs those who send, and how long a restore takes.
bench-backup:
	@scripts/install-packages build test
	@scripts/bench-backup

# How long from a change in the workshop to its preview.
bench-workshop:
	@scripts/install-packages build
	@scripts/bench-workshop

# Coffee among a million lots (LOTS), 10,000 plots, a buyer's file; some gigabytes for a while.
LOTS ?= 1000000
bench-coffee:
	@scripts/install-packages build test
	@scripts/bench-coffee $(LOTS)

# The ledger on PostgreSQL beside pgbench writing the same rows.
bench-postgres:
	@scripts/install-packages build test
	@scripts/bench-postgres

# Both engines side by side, which is the end of `bench` too.
bench-engines:
	@scripts/install-packages build test
	@scripts/bench-engines

# How pages grow with the record, on both engines; hours and many gigabytes, which are kept.
bench-growth:
	@scripts/install-packages build test
	@scripts/bench-growth

lint:
	swift format lint --strict -r Package.swift Sources Tests

format:
	swift format -i -r Package.swift Sources Tests

# The package for Debian 12, with the Swift runtime inside; VERSION as in ProgramVersion.swift.
VERSION ?= $(shell sed -n 's/.*current = "\(.*\)"/\1/p' Sources/serasan/ProgramVersion.swift)
deb:
	@scripts/install-packages build deb
	$(BUILD) --product serasan --static-swift-stdlib
	scripts/deb $(BINARY) $(VERSION) dist

# Installs the package in a clean Debian, serves, upgrades, removes; as root, some minutes.
try-deb: deb
	scripts/deb $(BINARY) $(VERSION)+coba dist
	Tests/Package/try-in-debian dist/serasan_$(VERSION)_*.deb dist/serasan_$(VERSION)+coba_*.deb

# From an empty folder through a disaster to a restored site, as docs/running.md tells.
try-restore: build
	@scripts/install-packages test
	rm -rf .build/disaster
	scripts/disaster $(BINARY) .build/disaster
